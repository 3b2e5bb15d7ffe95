using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Parts;

/// <summary>
/// <c>&lt;page-viewer images="/tep/1/trang/{0}" pages="12" current="@Model.Page" addresses="?trang={0}" file="/tep/1" file-note="PDF, 2,1
/// MB" title="…" /&gt;</c>: one page image at a time and the file on demand. Links work alone; the script changes the picture in place.
/// </summary>
[HtmlTargetElement("page-viewer", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PageViewerTagHelper : TagHelper
{
    /// <summary>Address of a page's image; {0} is the page, from 1.</summary>
    public required string Images { get; set; }

    /// <summary>Address of a larger image of a page, for a closer look; the same image where there is none.</summary>
    public string? LargeImages { get; set; }

    public required int Pages { get; set; }

    public int Current { get; set; } = 1;

    /// <summary>Address of this screen with another page shown; {0} is the page.</summary>
    public required string Addresses { get; set; }

    public string? File { get; set; }

    public string? FileNote { get; set; }

    /// <summary>What the document is, for the image's description.</summary>
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var page = Math.Clamp(Current, 1, Math.Max(1, Pages));
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-viewer");
        output.Attributes.SetAttribute("aria-label", "Văn bản: " + Title);
        output.Attributes.SetAttribute("data-images", Images);
        output.Attributes.SetAttribute("data-addresses", Addresses);
        output.Attributes.SetAttribute("data-large-images", LargeImages ?? Images);
        output.Attributes.SetAttribute("data-pages", Pages);
        output.Attributes.SetAttribute("data-page", page);
        var bar = new TagBuilder("div");
        bar.AddCssClass("dk-viewer-bar");
        if (Pages > 1)
        {
            bar.InnerHtml.AppendHtml(Step("prev", page - 1, "arrow-left", "Trước"));
            bar.InnerHtml.AppendHtml("<span aria-live=\"polite\" class=\"dk-viewer-count\">")
                .Append($"Trang {page}/{Pages}")
                .AppendHtml("</span>");
            bar.InnerHtml.AppendHtml(Step("next", page + 1, "arrow-right", "Sau"));
        }
        if (File is not null)
            bar.InnerHtml.AppendHtml(FileLink());
        var image = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
        image.Attributes["src"] = string.Format(null, Images, page);
        image.Attributes["alt"] = $"Trang {page} của {Title}";
        output.Content.AppendHtml(bar).AppendHtml(CloserLook(page, image));
    }

    private TagBuilder Step(string rel, int page, string icon, string words)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("btn btn-outline-primary");
        link.Attributes["rel"] = rel;
        link.Attributes["href"] = string.Format(null, Addresses, Math.Clamp(page, 1, Pages));
        if (page < 1 || page > Pages)
            link.Attributes["aria-disabled"] = "true";
        link.InnerHtml.AppendHtml(Icons.Svg(icon))
            .AppendHtml("<span><span class=\"visually-hidden\">Trang </span>")
            .Append(words)
            .AppendHtml("</span>");
        return link;
    }

    /// <summary>Without the script the larger image opens by itself, where a finger spreads it.</summary>
    private TagBuilder CloserLook(int page, TagBuilder image)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("dk-viewer-page");
        link.Attributes["href"] = string.Format(null, LargeImages ?? Images, page);
        link.Attributes["title"] =
            "Bấm để phóng to hoặc thu nhỏ (Alt + dấu cộng, Alt + dấu trừ); lật trang: Alt + Page Down, Alt + Page Up";
        link.InnerHtml.AppendHtml(image);
        return link;
    }

    private TagBuilder FileLink()
    {
        var link = new TagBuilder("a") { Attributes = { ["href"] = File } };
        link.AddCssClass("btn btn-outline-primary dk-viewer-file");
        link.InnerHtml.AppendHtml(Icons.Svg("download")).Append(FileNote is null ? "Mở tệp" : $"Mở tệp ({FileNote})");
        return link;
    }
}
