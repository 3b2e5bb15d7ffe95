using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Filters;

[SignedIn("everybody keeps filters of their own")]
internal sealed class SavedFiltersModel(OwnFilters filters, IEnumerable<IModule> modules) : PageModel
{
    internal sealed record Row(Guid Id, string Name, string Path, string Address);

    [BindProperty]
    public string Name { get; set; } = "";

    /// <summary>Of the list with its conditions; empty when nothing is being saved.</summary>
    [BindProperty]
    public string Address { get; set; } = "";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Of a list, as the menu calls it.</summary>
    public string NameOf(string path) => modules.SelectMany(m => m.Menu).FirstOrDefault(entry => entry.Href == path)?.Text ?? path;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await filters.SaveAsync(Name, Address, ct);
        if (result.Ok)
        {
            TempData["flash"] = $"Đã lưu bộ lọc “{Name.Trim()}”. Lần sau chỉ cần bấm tên của nó.";
            return LocalRedirect(LocalAddress.OrHome(Address));
        }
        await LoadAsync(ct);
        return this.Invalid(result);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid filter, CancellationToken ct)
    {
        if (!await filters.DeleteAsync(filter, ct))
            return NotFound();
        TempData["flash"] = "Đã xóa bộ lọc.";
        return Redirect(ShellAddresses.SavedFilters);
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Rows = await filters
            .All.AsNoTracking()
            .OrderBy(f => f.Path)
            .ThenBy(f => f.Name)
            .Select(f => new Row(f.Id, f.Name, f.Path, f.Address))
            .ToListAsync(ct);
}
