using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Forms;

/// <summary>Builds the control of a <see cref="FieldTagHelper"/>.</summary>
internal sealed class FieldControl(FieldTagHelper owner, FieldState state, IReadOnlyList<TagHelperAttribute> passed)
{
    private Type ModelType => Nullable.GetUnderlyingType(owner.For.ModelExplorer.ModelType) ?? owner.For.ModelExplorer.ModelType;

    public bool IsCheckbox => ModelType == typeof(bool) && owner.Items is null;

    public bool IsRadio => owner.Type == "radio" && owner.Items is not null;

    public IHtmlContent Build() =>
        this switch
        {
            { IsRadio: true } => Radios(),
            _ when owner.Items is not null => Select(),
            _ when owner.Rows is not null => TextArea(),
            _ => Input(),
        };

    public IHtmlContent Checkbox()
    {
        var box = Box(
            "checkbox",
            state.Id,
            "true",
            state.Typed is { } typed ? typed.StartsWith("true", StringComparison.OrdinalIgnoreCase) : state.Model is true
        );
        Complete(box);
        var label = Choice(box, owner.Label);
        // An unticked box sends nothing, and a default of true would stand.
        var unticked = new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes =
            {
                ["type"] = "hidden",
                ["name"] = state.Name,
                ["value"] = "false",
            },
        };
        return new HtmlContentBuilder().AppendHtml(label).AppendHtml(unticked);
    }

    private HtmlContentBuilder Radios()
    {
        var all = new HtmlContentBuilder();
        foreach (var (index, item) in owner.Items!.Index())
        {
            var radio = Box("radio", index == 0 ? state.Id : $"{state.Id}-{index}", item.Value ?? item.Text, IsChosen(item));
            foreach (var attribute in passed)
                radio.MergeAttribute(attribute.Name, attribute.Value?.ToString());
            if (owner.Required)
                radio.Attributes["required"] = "required";
            all.AppendHtml(Choice(radio, item.Text));
        }
        return all;
    }

    private TagBuilder Select()
    {
        var select = new TagBuilder("select");
        select.AddCssClass("form-select");
        Complete(select);
        select.Attributes["id"] = state.Id;
        select.Attributes["name"] = state.Name;
        if (owner.Blank is not null)
            select.InnerHtml.AppendHtml(Option("", owner.Blank, false));
        foreach (var item in owner.Items!)
            select.InnerHtml.AppendHtml(Option(item.Value ?? item.Text, item.Text, IsChosen(item)));
        return select;
    }

    private TagBuilder TextArea()
    {
        var area = new TagBuilder("textarea");
        area.AddCssClass("form-control");
        Complete(area);
        area.Attributes["id"] = state.Id;
        area.Attributes["name"] = state.Name;
        area.Attributes["rows"] = owner.Rows!.Value.ToString();
        // A line break right after the start tag is dropped by browsers.
        area.InnerHtml.AppendHtml("\n").Append(state.Text ?? "");
        return area;
    }

    private TagBuilder Input()
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-control");
        Complete(input);
        input.Attributes["id"] = state.Id;
        input.Attributes["name"] = state.Name;
        input.MergeAttribute("type", owner.Type ?? "text");
        if (owner.Type is not ("password" or "file"))
            input.MergeAttribute("value", state.Text ?? "");
        if (ModelType == typeof(DateOnly))
        {
            input.AddCssClass("dk-day");
            input.MergeAttribute("inputmode", "numeric");
            input.MergeAttribute("placeholder", "dd/mm/yyyy");
            input.MergeAttribute("autocomplete", "off");
            input.MergeAttribute("maxlength", "10");
        }
        if (ModelType == typeof(int) || ModelType == typeof(long))
        {
            input.AddCssClass("dk-number");
            input.MergeAttribute("inputmode", "numeric");
        }
        return input;
    }

    private TagBuilder Box(string type, string id, string value, bool on)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.AddCssClass("form-check-input");
        box.Attributes["type"] = type;
        box.Attributes["id"] = id;
        box.Attributes["name"] = state.Name;
        box.Attributes["value"] = value;
        if (on)
            box.Attributes["checked"] = "checked";
        return box;
    }

    private static TagBuilder Choice(TagBuilder box, string words)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("dk-choice");
        label.InnerHtml.AppendHtml(box).AppendHtml("<span>").Append(words).AppendHtml("</span>");
        return label;
    }

    private static TagBuilder Option(string value, string text, bool on)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = value } };
        if (on)
            option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(text);
        return option;
    }

    private bool IsChosen(SelectListItem item)
    {
        var value = item.Value ?? item.Text;
        // A list of an enum's members goes by their names or by their numbers.
        return state is { Typed: null, Model: Enum member } && value == member.ToString() ? true
            : state.Text is { } text ? value == text
            : item.Selected;
    }

    private void Complete(TagBuilder control)
    {
        foreach (var attribute in passed)
            control.MergeAttribute(attribute.Name, attribute.Value?.ToString() ?? "", replaceExisting: true);
        if (owner.Required)
            control.Attributes["required"] = "required";
        if (state.DescribedBy is { } notes)
            control.Attributes["aria-describedby"] = notes;
        if (state.Error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
            control.AddCssClass("is-invalid");
        }
    }
}
