using DoanKet.Kernel.Access;
using DoanKet.Ui.UnitPicker;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>The fragment that the unit picker fetches while typing.</summary>
[Requires(Permissions.ReadUnitsCode)]
internal sealed class PickerModel(IUnitChoices choices) : PageModel
{
    public async Task<PartialViewResult> OnGetAsync(string? q, string? field, bool one, CancellationToken ct) =>
        Partial("_UnitPickerResults", await UnitPickerResults.FindAsync(choices, field ?? "Units", one, q, [], ct));
}
