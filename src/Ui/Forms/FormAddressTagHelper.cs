using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Forms;

/// <summary>
/// A form without an address is sent to that of the page. On a page that answers another of its forms the address names that form's
/// handler, and so it is left out here.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormAddressTagHelper : TagHelper
{
    private const string Handler = "handler";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>After the framework's own, which gives forms with a handler their address.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (!output.Attributes.ContainsName("action") && request.Query.ContainsKey(Handler))
            output.Attributes.SetAttribute("action", request.With((Handler, null)));
    }
}
