using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Documents.Outgoing;

[Requires(Permissions.ReadOutgoingCode)]
internal sealed class CompareModel(CompareVersions compare) : PageModel
{
    [FromQuery(Name = "tu")]
    public int? Older { get; set; }

    [FromQuery(Name = "den")]
    public int? Newer { get; set; }

    public VersionComparison Compared { get; private set; } = null!;

    public IReadOnlyList<ComparedText> Changes => Compared.Changes ?? [];

    public bool AreAlike => Changes.All(change => change.Change is TextChange.Same or TextChange.Folded);

    public int Count(TextChange change) => Changes.Where(c => c.Change == change).Sum(c => c.Words);

    public IEnumerable<SelectListItem> ChoicesOf(DraftVersion chosen) =>
        Compared.Versions.Select(v => new SelectListItem($"Phiên bản {v.Number}", v.Number.ToString(), v.Number == chosen.Number));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await compare.HandleAsync(id, Older, Newer, ct) is not { } compared)
            return NotFound();
        Compared = compared;
        return Page();
    }
}
