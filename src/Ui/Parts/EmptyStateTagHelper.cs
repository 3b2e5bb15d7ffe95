using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Parts;

/// <summary><c>&lt;empty-state icon="inbox" title="Chưa có văn bản đến"&gt;what to do next&lt;/empty-state&gt;</c></summary>
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Icon { get; set; } = "check";

    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-empty");
        var next = await output.GetChildContentAsync();
        var title = new TagBuilder("p");
        title.AddCssClass("dk-empty-title");
        title.InnerHtml.Append(Title);
        output.Content.AppendHtml(Icons.Svg(Icon)).AppendHtml(title).AppendHtml(next);
    }
}
