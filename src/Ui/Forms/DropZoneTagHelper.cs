using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Forms;

/// <summary>
/// <c>&lt;drop-zone for="Files" label="Tệp quét" accept=".pdf,.docx" multiple="true" help="Tối đa 50 MB." /&gt;</c>, or <c>name="scan"</c>
/// where the form has no model: a file input; with JavaScript files can be dropped on it and are listed.
/// </summary>
[HtmlTargetElement("drop-zone", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DropZoneTagHelper : TagHelper
{
    public ModelExpression? For { get; set; }

    /// <summary>Of the field, where the form has no model.</summary>
    public string? Name { get; set; }

    public required string Label { get; set; }

    public string? Help { get; set; }

    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    public bool Required { get; set; }

    /// <summary>The cursor stands here when the page opens.</summary>
    public bool TakesFocus { get; set; }

    /// <summary>With JavaScript the form is sent as soon as files are chosen.</summary>
    public bool SendsAtOnce { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = For is null ? FieldState.Named(Name ?? "", ViewContext, Help) : FieldState.For(For, ViewContext, Help);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-field dk-drop");
        var label = new TagBuilder("label") { Attributes = { ["for"] = state.Id } };
        label.AddCssClass("form-label");
        label.InnerHtml.AppendHtml(Icons.Svg("upload")).Append(Label);
        output.Content.AppendHtml(label).AppendHtml(Input(state));
        if (Help is not null)
            output.Content.AppendHtml(Note(state.HelpId, "form-text", Help));
        output.Content.AppendHtml("<ul class=\"dk-files\" aria-live=\"polite\" hidden></ul>");
        if (state.Error is not null)
            output.Content.AppendHtml(Note(state.ErrorId, "dk-error", state.Error));
    }

    private TagBuilder Input(FieldState state)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(state.Error is null ? "form-control" : "form-control is-invalid");
        input.Attributes["type"] = "file";
        // Else the browser says in its own language that nothing is chosen.
        input.Attributes["title"] = Label;
        input.Attributes["id"] = state.Id;
        input.Attributes["name"] = state.Name;
        if (Accept is not null)
            input.Attributes["accept"] = Accept;
        if (Multiple)
            input.Attributes["multiple"] = "multiple";
        if (TakesFocus)
            input.Attributes["autofocus"] = "autofocus";
        if (SendsAtOnce)
            input.Attributes["data-send"] = "";
        if (Required)
            input.Attributes["required"] = "required";
        if (state.DescribedBy is { } notes)
            input.Attributes["aria-describedby"] = notes;
        if (state.Error is not null)
            input.Attributes["aria-invalid"] = "true";
        return input;
    }

    private static TagBuilder Note(string id, string look, string text)
    {
        var note = new TagBuilder("div") { Attributes = { ["id"] = id } };
        note.AddCssClass(look);
        note.InnerHtml.Append(text);
        return note;
    }
}
