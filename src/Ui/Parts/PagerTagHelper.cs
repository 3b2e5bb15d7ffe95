using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Parts;

/// <summary><c>&lt;pager previous="@Model.PreviousUrl" next="@Model.NextUrl" shown="Từ 51 đến 100" /&gt;</c>; nothing when there is one
/// page.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    // Razor hands over an absent address as an empty text.
    public string? Previous { get; set; }

    public string? Next { get; set; }

    public string? Shown { get; set; }

    public string Label { get; set; } = "Chuyển trang";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-pager");
        output.Attributes.SetAttribute("aria-label", Label);
        if (!string.IsNullOrEmpty(Previous))
            output.Content.AppendHtml(Link(Previous, "prev", "arrow-left", "Trang trước"));
        if (!string.IsNullOrEmpty(Shown))
            output.Content.AppendHtml("<span>").Append(Shown).AppendHtml("</span>");
        if (!string.IsNullOrEmpty(Next))
            output.Content.AppendHtml(Link(Next, "next", "arrow-right", "Trang sau"));
    }

    private static TagBuilder Link(string href, string rel, string icon, string words)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = href;
        link.Attributes["rel"] = rel;
        link.AddCssClass("btn btn-outline-primary");
        link.InnerHtml.AppendHtml(Icons.Svg(icon)).Append(words);
        return link;
    }
}
