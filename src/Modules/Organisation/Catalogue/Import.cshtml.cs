using DoanKet.Kernel.Access;
using DoanKet.Kernel.Catalogues;
using DoanKet.Spreadsheets;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>A spreadsheet is looked through first; the page carries it until somebody says that it be written.</summary>
[Uploads]
[Requires(Permissions.OperationsCode, Everywhere = true)]
internal sealed class ImportModel(KeepCatalogue keep, ImportCatalogue import) : PageModel
{
    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>The file that was looked through, in base64.</summary>
    [BindProperty]
    public string? Checked { get; set; }

    public ICatalogue Catalogue { get; private set; } = null!;

    public ImportOutcome? Outcome { get; private set; }

    public IActionResult OnGet(string slug) => Find(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!Find(slug))
            return NotFound();
        if (Sheet is null)
            ModelState.AddModelError(nameof(Sheet), "Hãy chọn tệp.");
        else if (Sheet.Length > SheetLimits.Small.Bytes)
            ModelState.AddModelError(nameof(Sheet), "Tệp lớn hơn 500 kB; hãy chia thành nhiều tệp.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        using var file = new MemoryStream();
        await Sheet!.CopyToAsync(file, ct);
        var looked = await import.HandleAsync(Catalogue, file, write: false, ct);
        if (!looked.Ok)
            return this.Invalid(looked);
        (Outcome, Checked) = (looked.Value, Convert.ToBase64String(file.ToArray()));
        ModelState.Remove(nameof(Checked));
        return Page();
    }

    public async Task<IActionResult> OnPostWriteAsync(string slug, CancellationToken ct)
    {
        if (!Find(slug))
            return NotFound();
        var bytes = new byte[(Checked?.Length ?? 0) * 3 / 4];
        if (!Convert.TryFromBase64String(Checked ?? "", bytes, out var length))
            return BadRequest();
        using var file = new MemoryStream(bytes, 0, length);
        var written = await import.HandleAsync(Catalogue, file, write: true, ct);
        if (!written.Ok)
            return this.Invalid(written);
        if (!written.Value.Ok)
        {
            // Somebody changed the catalogue in between.
            Outcome = written.Value;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        TempData["flash"] = $"Đã ghi: thêm {written.Value.Added} dòng, sửa {written.Value.Changed} dòng.";
        return Redirect("/he-thong/danh-muc/" + slug);
    }

    private bool Find(string slug)
    {
        if (keep.Find(slug) is not { } catalogue)
            return false;
        Catalogue = catalogue;
        return true;
    }
}
