using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Parts;

/// <summary>What a state means for the reader.</summary>
public enum BadgeKind
{
    Neutral,
    Info,
    Waiting,
    Done,
    Late,
    Returned,
}

/// <summary>Colour and icon of each state; the words always stand beside them.</summary>
public static class BadgeLook
{
    public static string Class(this BadgeKind kind) =>
        kind switch
        {
            BadgeKind.Info => "dk-info",
            BadgeKind.Waiting => "dk-waiting",
            BadgeKind.Done => "dk-done",
            BadgeKind.Late => "dk-late",
            BadgeKind.Returned => "dk-returned",
            _ => "dk-neutral",
        };

    public static string? Icon(this BadgeKind kind) =>
        kind switch
        {
            BadgeKind.Info => "info",
            BadgeKind.Waiting => "clock",
            BadgeKind.Done => "check",
            BadgeKind.Late => "warning",
            BadgeKind.Returned => "return",
            _ => null,
        };
}

/// <summary><c>&lt;badge kind="Waiting"&gt;Chờ duyệt&lt;/badge&gt;</c></summary>
public sealed class BadgeTagHelper : TagHelper
{
    public BadgeKind Kind { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-badge " + Kind.Class());
        var words = await output.GetChildContentAsync();
        if (Kind.Icon() is { } icon)
            output.Content.AppendHtml(Icons.Svg(icon));
        output.Content.AppendHtml(words);
    }
}
