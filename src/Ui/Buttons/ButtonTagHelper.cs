using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Buttons;

/// <summary>
/// <c>&lt;primary-button icon="check" shortcut="L"&gt;Lưu&lt;/primary-button&gt;</c>: one on a page; <c>quiet-button</c> for the rest;
/// <c>danger-button</c> for what can't be undone. With <c>href</c> it is a link. Other attributes pass through.
/// </summary>
[HtmlTargetElement("primary-button")]
[HtmlTargetElement("quiet-button")]
[HtmlTargetElement("danger-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public string? Href { get; set; }

    public string? Icon { get; set; }

    /// <summary>The letter pressed together with Alt.</summary>
    public string? Shortcut { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var look = context.TagName switch
        {
            "primary-button" => "btn-primary",
            "danger-button" => "btn-danger",
            _ => "btn-outline-primary",
        };
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("btn", HtmlEncoder.Default);
        output.AddClass(look, HtmlEncoder.Default);
        if (Href is not null)
            output.Attributes.SetAttribute("href", Href);
        else if (!output.Attributes.ContainsName("type"))
            output.Attributes.SetAttribute("type", "submit");
        if (Shortcut is not null)
            output.Attributes.SetAttribute("aria-keyshortcuts", "Alt+" + Shortcut.ToUpperInvariant());
        var words = await output.GetChildContentAsync();
        if (Icon is not null)
            output.Content.AppendHtml(Icons.Svg(Icon));
        // In an element of its own, so that the script can change the words and leave the icon.
        output.Content.AppendHtml("<span>").AppendHtml(words).AppendHtml("</span>");
    }
}
