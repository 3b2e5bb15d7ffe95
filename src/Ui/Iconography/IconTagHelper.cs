using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Iconography;

/// <summary><c>&lt;icon name="inbox" /&gt;</c></summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Svg(Name));
    }
}
