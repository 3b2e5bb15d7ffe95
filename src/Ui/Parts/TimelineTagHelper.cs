using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Parts;

/// <summary><c>&lt;timeline label="Quá trình xử lý"&gt;</c> with <c>&lt;timeline-item&gt;</c> inside.</summary>
public sealed class TimelineTagHelper : TagHelper
{
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-timeline");
        if (Label is not null)
            output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary><c>&lt;timeline-item kind="Done" who="Nguyễn Văn A" when="08:15 05/03/2026" title="Đã tiếp
/// nhận"&gt;words&lt;/timeline-item&gt;</c></summary>
[HtmlTargetElement("timeline-item", ParentTag = "timeline")]
public sealed class TimelineItemTagHelper : TagHelper
{
    public BadgeKind Kind { get; set; }

    public string? Title { get; set; }

    public string? Who { get; set; }

    /// <summary>The instant as shown.</summary>
    public string? When { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind.Class());
        var said = await output.GetChildContentAsync();
        output.Content.AppendHtml("<span class=\"dk-dot\">");
        if (Kind.Icon() is { } icon)
            output.Content.AppendHtml(Icons.Svg(icon));
        output.Content.AppendHtml("</span>").AppendHtml(Line());
        if (!said.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml("<div>").AppendHtml(said).AppendHtml("</div>");
    }

    private TagBuilder Line()
    {
        var line = new TagBuilder("p");
        if (Title is not null)
            Append(line, "strong", Title);
        if (Who is not null || When is not null)
            Append(line, "span", string.Join(" · ", new[] { Who, When }.Where(part => part is not null)));
        return line;
    }

    private static void Append(TagBuilder line, string tag, string text)
    {
        var part = new TagBuilder(tag);
        part.InnerHtml.Append(text);
        line.InnerHtml.AppendHtml(part).Append(" ");
    }
}
