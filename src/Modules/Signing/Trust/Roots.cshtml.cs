using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Trust;

/// <summary>Whose signatures count: the certificates of the two roots, compared by hand.</summary>
[Uploads]
[Requires(Permissions.TrustCode, Everywhere = true)]
internal sealed class RootsModel(UnionDb db, AddRoot add, ImportRoots import, EndRoot end) : PageModel
{
    private const int Shown = 200;

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [.. Enum.GetValues<TrustKind>().Select(kind => new SelectListItem(TrustNames.Of(kind), kind.ToString()))];

    [BindProperty]
    public IFormFile? CertificateFile { get; set; }

    [BindProperty]
    public TrustKind Kind { get; set; }

    [BindProperty]
    public string Fingerprint { get; set; } = "";

    [BindProperty]
    public string Source { get; set; } = "";

    [BindProperty]
    public IFormFile? StoreFile { get; set; }

    [BindProperty]
    public string Publisher { get; set; } = "";

    public IReadOnlyList<TrustedRoot> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // A certificate has some kilobytes; what is larger is none, and is told so.
        var file = await ReadAsync(CertificateFile, 4 * TrustedRoot.MaxCertificate, ct);
        var added = await add.HandleAsync(file, Kind, Fingerprint, Source, ct);
        if (added.Ok)
            return Done("Đã thêm chứng thư gốc.");
        await LoadAsync(ct);
        return this.Invalid(added);
    }

    /// <summary>Many, that somebody else has compared.</summary>
    public async Task<IActionResult> OnPostImportAsync(CancellationToken ct)
    {
        const int most = 2 * 1024 * 1024;
        var imported = await import.HandleAsync(await ReadAsync(StoreFile, most, ct), Publisher, ct);
        if (imported.Ok)
            return Done(imported.Value == 0 ? "Kho không có chứng thư nào mới." : $"Đã thêm {imported.Value} chứng thư từ kho.");
        await LoadAsync(ct);
        return this.Invalid(imported);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        var ended = await end.HandleAsync(id, ct);
        if (ended.Ok)
            return Done("Đã thôi tin chứng thư này.");
        await LoadAsync(ct);
        return this.Invalid(ended);
    }

    private static async Task<byte[]> ReadAsync(IFormFile? file, int most, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        if (file is not null && file.Length < most)
            await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Rows = await db
            .TrustedRoots.AsNoTracking()
            .OrderBy(root => root.EndedAt != null)
            .ThenBy(root => root.Kind)
            .ThenBy(root => root.Name)
            .ThenBy(root => root.Id)
            .Take(Shown)
            .ToListAsync(ct);

    private RedirectResult Done(string flash)
    {
        TempData["flash"] = flash;
        return Redirect("/he-thong/chung-thu-goc");
    }
}
