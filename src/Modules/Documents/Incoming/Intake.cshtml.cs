using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Documents.Incoming;

[Uploads]
[Requires(Permissions.RegisterCode)]
internal sealed class IntakeModel(ActingOffice office, TakeInFiles takeIn, TakeInPaper paper, ReadSoon read, FileVault vault) : PageModel
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>"one": all files are one document; otherwise each is its own.</summary>
    [BindProperty]
    public string As { get; set; } = "each";

    /// <summary>More warnings nobody reads in one go.</summary>
    private const int Told = 10;

    public static IReadOnlyList<SelectListItem> Modes { get; } =
    [new("Mỗi tệp là một văn bản", "each"), new("Tất cả là một văn bản: tệp đầu là văn bản chính, sau là phụ lục", "one")];

    public long MaxMegabytes => vault.MaxBytes / 1024 / 1024;

    public ActingUnit? Unit { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Unit = await office.FindAsync(ct);

    public async Task<IActionResult> OnPostPaperAsync(bool isSealed, CancellationToken ct)
    {
        Unit = await office.FindAsync(ct);
        if (Unit is null)
            return Forbid();
        var result = await paper.HandleAsync(Unit, isSealed, ct);
        return result.Ok ? Redirect($"/van-ban/den/{result.Value}/vao-so") : this.Invalid(result);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Unit = await office.FindAsync(ct);
        if (Unit is null)
            return Forbid();
        var result = await takeIn.HandleAsync(Unit, [.. Files.Select(f => new GivenFile(f.FileName, f.OpenReadStream))], As == "one", ct);
        if (!result.Ok)
            return this.Invalid(result);
        var (documents, refused, remarks) = result.Value;
        // The clerk goes on with the first at once; the rest are read by their jobs while this one is typed.
        await read.HandleAsync(documents[0], ct);
        TempData["flash"] =
            documents.Count == 1
                ? "Đã nhận 1 văn bản; hãy kiểm tra rồi vào sổ."
                : $"Đã nhận {documents.Count} văn bản; đang vào sổ văn bản đầu tiên, các văn bản còn lại nằm ở “Chờ vào sổ”.";
        List<string> warnings = [.. refused.Select(r => "Không nhận được " + r), .. remarks];
        if (warnings.Count > 0)
            TempData["flash-warning"] =
                string.Join(" ", warnings.Take(Told)) + (warnings.Count > Told ? $" Và {warnings.Count - Told} tệp khác cần xem." : "");
        return Redirect($"/van-ban/den/{documents[0]}/vao-so");
    }
}
