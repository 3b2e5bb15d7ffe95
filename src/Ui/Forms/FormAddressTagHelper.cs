using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace DoanKet.Ui.Forms;

/// <summary>
/// A form without an address is sent to that of the page. On a page that answers another of its forms the address names that form's
/// handler, and so it is left out here. A form with a handler keeps what the page's address says besides: the filter, the unit.
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
        var address = output.Attributes["action"]?.Value?.ToString();
        if (address is null && request.Query.ContainsKey(Handler))
            output.Attributes.SetAttribute("action", request.With((Handler, null)));
        else if (
            context.AllAttributes.ContainsName("asp-page-handler")
            && address?.Split('?') is [var path, var query]
            && path == request.PathBase + request.Path
        )
            output.Attributes.SetAttribute("action", request.With([.. Values(query)]));
    }

    private static IEnumerable<(string Name, string? Value)> Values(string query) =>
        QueryHelpers.ParseQuery(query).Select(value => (value.Key, (string?)value.Value.ToString()));
}
