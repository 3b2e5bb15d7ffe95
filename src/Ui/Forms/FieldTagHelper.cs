using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Forms;

/// <summary>
/// <c>&lt;field for="Input.Subject" label="Trích yếu" rows="3" help="Ghi nguyên văn." required="true" read-mark="Read" /&gt;</c>:
/// label, control, help and error, tied together for screen readers. The control follows from the type: <c>bool</c> is a checkbox,
/// <c>DateOnly</c> a dd/mm/yyyy box; <c>items</c> make a list (or radio buttons), <c>rows</c> a larger box.
/// Other attributes go to the control; content goes below it.
/// </summary>
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Help { get; set; }

    public bool Required { get; set; }

    public ReadMark ReadMark { get; set; }

    public int? Rows { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>First line of a list, chosen when nothing is.</summary>
    public string? Blank { get; set; }

    /// <summary>An input's type, or <c>radio</c> together with <see cref="Items"/>.</summary>
    public string? Type { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var state = FieldState.For(For, ViewContext, Help);
        var control = new FieldControl(this, state, [.. output.Attributes.Where(a => a.Name != "class")]);
        var wrapper = output.Attributes["class"]?.Value.ToString();
        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = control.IsRadio ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "dk-field", MarkClass, wrapper }.Where(name => name is not null)));
        if (control.IsRadio)
            output.Attributes.SetAttribute("aria-describedby", state.DescribedBy);

        var below = await output.GetChildContentAsync();
        if (control.IsCheckbox)
            output.Content.AppendHtml(control.Checkbox());
        else
            output.Content.AppendHtml(control.IsRadio ? Heading("legend", null) : Heading("label", state.Id)).AppendHtml(control.Build());
        output.Content.AppendHtml(below);
        if (Help is not null)
            output.Content.AppendHtml(Note(state.HelpId, "form-text", Help));
        if (state.Error is not null)
            output.Content.AppendHtml(Note(state.ErrorId, "dk-error", state.Error));
    }

    private string? MarkClass =>
        ReadMark switch
        {
            ReadMark.Read => "dk-read",
            ReadMark.Doubtful => "dk-doubtful",
            _ => null,
        };

    private TagBuilder Heading(string tag, string? control)
    {
        var heading = new TagBuilder(tag);
        heading.AddCssClass("form-label");
        if (control is not null)
            heading.Attributes["for"] = control;
        heading.InnerHtml.Append(Label);
        if (Required)
            heading.InnerHtml.AppendHtml("<span class=\"dk-required\" aria-hidden=\"true\"> *</span>");
        if (ReadMark == ReadMark.Read)
            heading.InnerHtml.AppendHtml(
                $"<span class=\"dk-mark\" title=\"đọc từ tệp\">{Icons.Svg("file")}"
                    + "<span class=\"visually-hidden\">, đọc từ tệp</span></span>"
            );
        if (ReadMark == ReadMark.Doubtful)
            heading.InnerHtml.AppendHtml($"<span class=\"dk-mark\">{Icons.Svg("warning")}xem lại</span>");
        return heading;
    }

    private static TagBuilder Note(string id, string look, string text)
    {
        var note = new TagBuilder("div");
        note.Attributes["id"] = id;
        note.AddCssClass(look);
        note.InnerHtml.Append(text);
        return note;
    }
}
