using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Catalogues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Catalogue;

[Requires(Permissions.OperationsCode, Everywhere = true)]
internal sealed class RowsModel(KeepCatalogue keep) : PageModel
{
    /// <summary>As typed.</summary>
    [FromQuery(Name = "ngay")]
    public string? Day { get; set; }

    public string? DayProblem { get; private set; }

    public ICatalogue Catalogue { get; private set; } = null!;

    public IReadOnlyList<CatalogueLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (keep.Find(slug) is not { } catalogue)
            return NotFound();
        Catalogue = catalogue;
        DateOnly? asAt = DayText.TryRead(Day, out var day) ? day : null;
        if (asAt is null && !string.IsNullOrWhiteSpace(Day))
            DayProblem = $"“{Day}” không phải là ngày; hãy gõ ngày/tháng/năm, ví dụ 05/03/2026. Dưới đây là tất cả các dòng.";
        Lines = await catalogue.ReadAsync(asAt, ct);
        return Page();
    }
}
