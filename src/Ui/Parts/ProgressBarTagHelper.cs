using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Parts;

/// <summary><c>&lt;progress-bar value="12" max="40" label="Đã phát hành" unit="đơn vị" /&gt;</c>: the numbers stand beside the
/// bar.</summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressBarTagHelper : TagHelper
{
    public required long Value { get; set; }

    public required long Max { get; set; }

    public required string Label { get; set; }

    public string? Unit { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-progress");
        var words = new TagBuilder("span");
        words.InnerHtml.Append($"{Label}: {Figures.Show(Value)}/{Figures.Show(Max)} {Unit}".TrimEnd());
        var bar = new TagBuilder("progress");
        bar.Attributes["value"] = Value.ToString(CultureInfo.InvariantCulture);
        bar.Attributes["max"] = Math.Max(Max, 1).ToString(CultureInfo.InvariantCulture);
        bar.Attributes["aria-label"] = Label;
        output.Content.AppendHtml(words).AppendHtml(bar);
    }
}
