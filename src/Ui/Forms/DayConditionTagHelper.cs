using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Forms;

/// <summary><c>&lt;day-condition name="tu-ngay" label="Đến từ ngày" /&gt;</c>: a day in the address of a list; what is no day stays as
/// typed, with the reason below.</summary>
[HtmlTargetElement("day-condition", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayConditionTagHelper : TagHelper
{
    public required string Name { get; set; }

    public required string Label { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-field");
        var label = new TagBuilder("label") { Attributes = { ["for"] = Name } };
        label.AddCssClass("form-label");
        label.InnerHtml.Append(Label);
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.AddCssClass("form-control dk-day");
        box.Attributes["id"] = Name;
        box.Attributes["name"] = Name;
        box.Attributes["value"] = ViewContext.HttpContext.Request.Query[Name].ToString();
        box.Attributes["inputmode"] = "numeric";
        box.Attributes["placeholder"] = "dd/mm/yyyy";
        box.Attributes["maxlength"] = "10";
        output.Content.AppendHtml(label).AppendHtml(box);
        if (ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0)
        {
            box.AddCssClass("is-invalid");
            box.Attributes["aria-invalid"] = "true";
            box.Attributes["aria-describedby"] = Name + "-error";
            var error = new TagBuilder("div") { Attributes = { ["id"] = Name + "-error" } };
            error.AddCssClass("dk-error");
            error.InnerHtml.Append(entry.Errors[0].ErrorMessage);
            output.Content.AppendHtml(error);
        }
    }
}
