using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Forms;

/// <summary>The browser's own bubbles ("Please fill out this field") stay away: the server names all problems at once, in Vietnamese,
/// beside the fields.</summary>
[HtmlTargetElement("form")]
public sealed class OwnMessagesTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
}
