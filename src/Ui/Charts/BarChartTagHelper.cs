using System.Globalization;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Charts;

/// <summary>A part of a bar.</summary>
public sealed record BarPart(string Label, long Value, BadgeKind Kind);

/// <summary>
/// <c>&lt;bar-chart label="Tình hình nhận" parts="@parts" /&gt;</c>: one stacked bar drawn on the server, its legend in words and numbers.
/// </summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarChartTagHelper : TagHelper
{
    private const int Width = 1000;

    public required string Label { get; set; }

    public required IReadOnlyList<BarPart> Parts { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-chart");
        var caption = new TagBuilder("figcaption");
        caption.InnerHtml.Append(Label);
        output.Content.AppendHtml(caption).AppendHtml(Bar()).AppendHtml(Legend());
    }

    private TagBuilder Bar()
    {
        // The legend says the same in words, so the drawing is left out for screen readers.
        var svg = new TagBuilder("svg")
        {
            Attributes =
            {
                ["viewBox"] = $"0 0 {Width} 24",
                ["preserveAspectRatio"] = "none",
                ["aria-hidden"] = "true",
                ["focusable"] = "false",
            },
        };
        var sum = Math.Max(1, Parts.Sum(part => part.Value));
        long before = 0;
        foreach (var part in Parts.Where(part => part.Value > 0))
        {
            var left = before * Width / (double)sum;
            before += part.Value;
            var right = before * Width / (double)sum;
            var rect = new TagBuilder("rect")
            {
                Attributes =
                {
                    ["x"] = At(left),
                    ["width"] = At(right - left),
                    ["height"] = "24",
                },
            };
            rect.AddCssClass(part.Kind.Class());
            svg.InnerHtml.AppendHtml(rect);
        }
        return svg;
    }

    private TagBuilder Legend()
    {
        var sum = Math.Max(1, Parts.Sum(part => part.Value));
        var list = new TagBuilder("ul");
        foreach (var part in Parts)
        {
            var line = new TagBuilder("li");
            line.AddCssClass(part.Kind.Class());
            var percent = Math.Round(part.Value * 100m / sum, 1);
            line.InnerHtml.AppendHtml("<span class=\"dk-swatch\" aria-hidden=\"true\"></span>")
                .Append($"{part.Label}: ")
                .AppendHtml("<strong>")
                .Append(Figures.Show(part.Value))
                .AppendHtml("</strong>")
                .Append($" ({Figures.Show(percent)} %)");
            list.InnerHtml.AppendHtml(line);
        }
        return list;
    }

    private static string At(double x) => x.ToString("0.##", CultureInfo.InvariantCulture);
}
