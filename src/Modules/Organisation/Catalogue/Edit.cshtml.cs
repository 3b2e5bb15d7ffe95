using DoanKet.Kernel.Access;
using DoanKet.Kernel.Catalogues;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>One line of any catalogue: the fields are those that the catalogue names.</summary>
[Requires(Permissions.OperationsCode, Everywhere = true)]
internal sealed class EditModel(KeepCatalogue keep) : PageModel
{
    private IReadOnlyDictionary<string, string> _values = new Dictionary<string, string>();

    /// <summary>Of the line; null for a new one.</summary>
    [FromQuery(Name = "khoa")]
    public string? Key { get; set; }

    public ICatalogue Catalogue { get; private set; } = null!;

    // As an error summary links to them.
    public string IdOf(CatalogueField field) => field.Name;

    public string ValueOf(CatalogueField field) => _values.GetValueOrDefault(field.Name) ?? "";

    public string? ErrorOf(CatalogueField field) => ModelState[field.Name]?.Errors.FirstOrDefault()?.ErrorMessage;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (keep.Find(slug) is not { } catalogue)
            return NotFound();
        Catalogue = catalogue;
        if (Key is null)
            return Page();
        if ((await catalogue.ReadAsync(asAt: null, ct)).FirstOrDefault(line => line.Key == Key) is not { } line)
            return NotFound();
        _values = line.Values;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (keep.Find(slug) is not { } catalogue)
            return NotFound();
        Catalogue = catalogue;
        _values = catalogue.Fields.ToDictionary(field => field.Name, field => Request.Form[field.Name].ToString());
        var saved = await keep.SaveAsync(catalogue, Key, _values, ct);
        return saved.Ok ? Done("Đã lưu.") : this.Invalid(saved);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, CancellationToken ct)
    {
        if (keep.Find(slug) is not { } catalogue || Key is null)
            return NotFound();
        var removed = await keep.RemoveAsync(catalogue, Key, ct);
        if (removed.Ok)
        {
            Catalogue = catalogue;
            return Done("Đã bỏ dòng.");
        }
        var page = await OnGetAsync(slug, ct);
        return page is PageResult ? this.Invalid(removed) : page;
    }

    private RedirectResult Done(string flash)
    {
        TempData["flash"] = flash;
        return Redirect("/he-thong/danh-muc/" + Catalogue.Slug);
    }
}
