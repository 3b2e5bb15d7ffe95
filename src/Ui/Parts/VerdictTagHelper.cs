using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Parts;

/// <summary>How a judgement ends for whoever asked.</summary>
public enum VerdictKind
{
    Good,
    Unsure,
    Bad,
}

/// <summary><c>&lt;verdict kind="Good"&gt;Chữ ký hợp lệ&lt;/verdict&gt;</c>: the answer to a question, to be seen from afar.</summary>
public sealed class VerdictTagHelper : TagHelper
{
    public VerdictKind Kind { get; set; }

    /// <summary>Another one than the kind has.</summary>
    public string? Icon { get; set; }

    /// <summary>For a verdict beside others.</summary>
    public bool Small { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var (look, icon) = Kind switch
        {
            VerdictKind.Good => ("dk-verdict-good", "check"),
            VerdictKind.Bad => ("dk-verdict-bad", "cross"),
            _ => ("dk-verdict-unsure", "warning"),
        };
        var size = Small ? "dk-verdict dk-verdict-small" : "dk-verdict";
        output.Attributes.SetAttribute("class", $"{size} {look}");
        if (!Small)
            output.Attributes.SetAttribute("role", "status");
        var (paragraph, words) = (new TagBuilder("p"), new TagBuilder("strong"));
        words.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        paragraph.InnerHtml.AppendHtml(words);
        output.Content.AppendHtml(Icons.Svg(Icon ?? icon)).AppendHtml(paragraph);
    }
}
