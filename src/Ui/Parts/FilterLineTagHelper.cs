using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.Parts;

/// <summary>
/// <c>&lt;filter-line action="/van-ban/den" label="Số, ký hiệu hoặc từ cần tìm" name="tu-khoa" more="loai tu-ngay"
/// keep="trang-thai"&gt;more conditions&lt;/filter-line&gt;</c>: what a list is looked through for, in one line; the conditions inside are
/// folded behind a button that says how many of them are set.
/// </summary>
public sealed class FilterLineTagHelper : TagHelper
{
    public required string Action { get; set; }

    /// <summary>What to type; stands in the box while it is empty.</summary>
    public required string Label { get; set; }

    /// <summary>Of the search box, in the address.</summary>
    public string Name { get; set; } = "q";

    /// <summary>Names of the conditions inside, for counting them.</summary>
    public string More { get; set; } = "";

    /// <summary>Names of what the address says besides and goes on to say, such as the chosen tab.</summary>
    public string Keep { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private IQueryCollection Query => ViewContext.HttpContext.Request.Query;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-filter-line");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", Action);
        foreach (var kept in Names(Keep).Where(IsSet))
            output.Content.AppendHtml(Input("hidden", kept));
        var box = Input("search", Name);
        box.AddCssClass("form-control");
        box.Attributes["id"] = Name;
        box.Attributes["placeholder"] = Label;
        box.Attributes["aria-label"] = Label;
        output.Content.AppendHtml(box).AppendHtml(Button("Tìm"));
        var set = Names(More).Count(IsSet);
        if (!inside.IsEmptyOrWhiteSpace)
            output
                .Content.AppendHtml(
                    ViewContext.ModelState.IsValid ? "<details class=\"dk-drop-menu\">" : "<details class=\"dk-drop-menu\" open>"
                )
                .AppendHtml("<summary class=\"btn btn-outline-primary\">")
                .Append(set == 0 ? "Điều kiện khác" : $"Điều kiện khác ({set})")
                .AppendHtml("</summary><div class=\"dk-drop-body\">")
                .AppendHtml(inside)
                .AppendHtml(Button("Lọc"))
                .AppendHtml("</div></details>");
        if (set > 0 || IsSet(Name))
            output.Content.AppendHtml(Clear());
    }

    private TagBuilder Input(string type, string name)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["name"] = name;
        input.Attributes["value"] = Query[name].ToString();
        return input;
    }

    private static TagBuilder Button(string words)
    {
        var button = new TagBuilder("button") { Attributes = { ["type"] = "submit" } };
        button.AddCssClass("btn btn-outline-primary");
        button.InnerHtml.AppendHtml(Icons.Svg("search")).AppendHtml("<span>").Append(words).AppendHtml("</span>");
        return button;
    }

    private TagBuilder Clear()
    {
        var link = new TagBuilder("a");
        link.AddCssClass("btn btn-link");
        link.Attributes["href"] = Action + QueryString.Create(Names(Keep).Where(IsSet).Select(n => KeyValuePair.Create(n, Query[n])));
        link.InnerHtml.Append("Bỏ lọc");
        return link;
    }

    private bool IsSet(string name) => !string.IsNullOrWhiteSpace(Query[name]);

    private static string[] Names(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
