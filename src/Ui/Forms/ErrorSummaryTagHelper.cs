using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Forms;

/// <summary><c>&lt;error-summary /&gt;</c> above a form: every problem, each a link to its field; takes focus. Nothing when all is
/// well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>Where "so many places to mend" says nothing: "Chưa đăng nhập được".</summary>
    public string? Heading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var problems = (
            from entry in ViewContext.ViewData.ModelState
            from error in entry.Value.Errors
            select (entry.Key, Words(error))
        ).ToList();
        if (problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        // Takes focus without JavaScript, and in fragments that htmx brings.
        output.Attributes.SetAttribute("autofocus", "autofocus");
        var heading = new TagBuilder("h2");
        heading.InnerHtml.AppendHtml(Icons.Svg("warning")).Append(Heading ?? $"Còn {problems.Count} chỗ cần sửa");
        var list = new TagBuilder("ul");
        foreach (var (field, message) in problems)
            list.InnerHtml.AppendHtml(Line(field, message));
        output.Content.AppendHtml(heading).AppendHtml(list);
    }

    private static string Words(ModelError error) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : "Giá trị không hợp lệ; hãy nhập lại.";

    private static TagBuilder Line(string field, string message)
    {
        var line = new TagBuilder("li");
        if (field.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }
        var link = new TagBuilder("a") { Attributes = { ["href"] = "#" + FieldState.IdOf(field) } };
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
