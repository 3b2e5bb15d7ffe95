using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DoanKet.Ui.UnitPicker;

/// <summary><c>&lt;unit-picker for="Input.Receivers" label="Nơi nhận" /&gt;</c> over a <see cref="UnitPick"/>; <c>only-one="true"</c> for
/// one unit.</summary>
[HtmlTargetElement("unit-picker", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UnitPickerTagHelper(IUnitChoices choices, IHtmlHelper html) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Help { get; set; }

    public bool OnlyOne { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("_UnitPicker", await ReadAsync(ViewContext.HttpContext.RequestAborted)));
    }

    private async Task<UnitPickerView> ReadAsync(CancellationToken ct)
    {
        var pick = For.Model as UnitPick ?? new();
        var state = FieldState.For(For, ViewContext, Help);
        var pasted = string.IsNullOrWhiteSpace(pick.Pasted) ? new PastedUnits([], []) : await choices.PastedAsync(pick.Pasted, ct);
        var ids = pick.Ids.Concat(pasted.Found.Select(unit => unit.Id)).Distinct().ToList();
        var chosen = ids.Count == 0 ? [] : await choices.ByIdsAsync(ids, ct);
        var results = await UnitPickerResults.FindAsync(choices, state.Name, OnlyOne, pick.Find, ids, ct);
        return new(
            state.Name,
            state.Id,
            Label,
            Help,
            state.Error,
            OnlyOne,
            chosen,
            results,
            string.Join('\n', pasted.Unknown),
            pasted.Unknown
        );
    }
}
