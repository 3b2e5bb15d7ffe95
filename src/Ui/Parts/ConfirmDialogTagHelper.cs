using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Parts;

/// <summary>
/// <c>&lt;confirm-dialog button="Thu hồi" icon="return" title="Thu hồi văn bản này?"&gt;what happens, and the button that does
/// it&lt;/confirm-dialog&gt;</c>. Without JavaScript it unfolds in place; the script shows the same content as a dialog.
/// </summary>
public sealed class ConfirmDialogTagHelper : TagHelper
{
    /// <summary>Words of the button that asks.</summary>
    public required string Button { get; set; }

    public required string Title { get; set; }

    public string? Icon { get; set; }

    /// <summary>Marks what can't be undone.</summary>
    public bool Danger { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-confirm");
        var content = await output.GetChildContentAsync();
        var summary = new TagBuilder("summary");
        summary.AddCssClass(Danger ? "btn btn-outline-danger" : "btn btn-outline-primary");
        if (Icon is not null)
            summary.InnerHtml.AppendHtml(Icons.Svg(Icon));
        summary.InnerHtml.Append(Button);
        var title = new TagBuilder("h2");
        title.InnerHtml.Append(Title);
        output
            .Content.AppendHtml(summary)
            .AppendHtml("<div class=\"dk-confirm-body\">")
            .AppendHtml(title)
            .AppendHtml(content)
            .AppendHtml("</div>");
    }
}
