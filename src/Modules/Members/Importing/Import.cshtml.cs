using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>A list is looked through first; the page carries it until somebody says that it be taken in.</summary>
[Uploads]
[Requires(Permissions.EditCode)]
internal sealed class ImportModel(
    ImportMembers import,
    ImportLarge large,
    UndoImport undo,
    UnionDb db,
    UserContext user,
    DataFolder data,
    TimeProvider time
) : PageModel
{
    /// <summary>Of a file that the page carries in itself, some 15,000 people; a larger one goes to a job.</summary>
    private const long MaxBytes = 2_500_000;

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    [BindProperty]
    public string UnitCode { get; set; } = "";

    /// <summary>The file that was looked through, in base64, and its name.</summary>
    [BindProperty]
    public string? Checked { get; set; }

    [BindProperty]
    public string? FileName { get; set; }

    /// <summary>Lines of doubtful rows that are right as they are.</summary>
    [BindProperty]
    public HashSet<int> Accepted { get; set; } = [];

    private ImportReport? Report { get; set; }

    public ReportSummary? Summary => Report is null ? null : ReportSummary.Of(Report);

    /// <summary>Whoever acts for one grassroots union is not asked which.</summary>
    public bool AsksUnit => user.Required.Posts.All(post => post.RoleCode != Roles.Grassroots);

    /// <summary>Large lists of the person.</summary>
    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    /// <summary>Lists of the last days, which can still be taken back.</summary>
    public IReadOnlyList<MemberImport> Recent { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostUndoAsync(Guid import, CancellationToken ct)
    {
        var result = await undo.HandleAsync(import, ct);
        if (!result.Ok)
        {
            await LoadAsync(ct);
            return this.Invalid(result);
        }
        var outcome = result.Value;
        TempData["flash"] =
            $"Đã rút lại: bỏ {outcome.Removed} người, trả {outcome.Restored} người về như trước."
            + (outcome.Left > 0 ? $" Giữ {outcome.Left} người đã có người khác sửa." : "");
        return Redirect("/doan-vien/nhap");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Sheet is null)
            ModelState.AddModelError(nameof(Sheet), "Hãy chọn tệp danh sách.");
        else if (Sheet.Length > ImportLarge.MostBytes)
            ModelState.AddModelError(nameof(Sheet), "Tệp lớn hơn 60 MB; hãy chia thành nhiều tệp.");
        if (!ModelState.IsValid)
            return this.Invalid();
        if (Sheet!.Length > MaxBytes)
            return await StartLargeAsync(Sheet, ct);
        using var file = new MemoryStream();
        await Sheet.CopyToAsync(file, ct);
        if (await RunAsync(file, Sheet.FileName, write: false, ct) is { } refused)
            return refused;
        (Checked, FileName) = (Convert.ToBase64String(file.ToArray()), Sheet.FileName);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostWriteAsync(CancellationToken ct)
    {
        if (!TryReadChecked(out var file))
            return BadRequest();
        await using (file)
            if (await RunAsync(file, FileName ?? "", write: true, ct) is { } refused)
                return refused;
        if (Report!.ImportId is null)
        {
            ModelState.AddModelError("", "Không còn dòng nào để ghi: danh sách này đã có đủ trong phần mềm.");
            return this.Invalid();
        }
        TempData["flash"] =
            $"Đã nhập: {Report.Count(RowStatus.New)} người mới, cập nhật {Report.Count(RowStatus.Updated)} người. "
            + $"Để lại {Report.Count(RowStatus.Doubtful) + Report.Count(RowStatus.Rejected)} dòng.";
        return Redirect("/doan-vien");
    }

    /// <summary>The file as it came, with its lines marked.</summary>
    public async Task<IActionResult> OnPostMarkedAsync(CancellationToken ct)
    {
        if (!TryReadChecked(out var file))
            return BadRequest();
        await using (file)
        {
            if (await RunAsync(file, FileName ?? "", write: false, ct) is { } refused)
                return refused;
            var name = Path.GetFileNameWithoutExtension(FileName ?? "Danh-sach") + "-da-danh-dau.xlsx";
            return await data.SheetFileAsync(
                name,
                target =>
                {
                    ImportFiles.WriteMarked(file, target, Report!, ct);
                    return Task.CompletedTask;
                }
            );
        }
    }

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken ct)
    {
        var today = time.Today();
        var unions = AsksUnit
            ? await db
                .Units.ReachedBy(user.Required, Permissions.Edit)
                .Living(today)
                .Where(u => !u.Kind.IsPartOfParent && !db.Units.Any(below => below.ParentId == u.Id))
                .OrderBy(u => u.Code)
                .Select(u => u.Code)
                .ToListAsync(ct)
            : [];
        return await data.SheetFileAsync(
            "Mau-danh-sach-doan-vien.xlsx",
            target =>
            {
                ImportFiles.WriteTemplate(target, unions);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>The file that the page carries.</summary>
    private bool TryReadChecked(out MemoryStream file)
    {
        var bytes = new byte[(Checked?.Length ?? 0) * 3 / 4];
        var isWhole = Convert.TryFromBase64String(Checked ?? "", bytes, out var length);
        file = new(bytes, 0, length);
        return isWhole;
    }

    private async Task<IActionResult> StartLargeAsync(IFormFile sheet, CancellationToken ct)
    {
        if (await UnitAsync(ct) is not { } unit)
            return NoUnit();
        await using var file = sheet.OpenReadStream();
        var started = await large.StartAsync(unit, sheet.FileName, file, ct);
        return started.Ok ? Redirect($"/doan-vien/nhap/{started.Value}") : this.Invalid(started);
    }

    private async Task<IActionResult?> RunAsync(Stream file, string name, bool write, CancellationToken ct)
    {
        if (await UnitAsync(ct) is not { } unit)
            return NoUnit();
        var result = await import.HandleAsync(file, new(unit, name, write, Accepted: Accepted), ct);
        if (!result.Ok)
            return this.Invalid(result);
        Report = result.Value;
        return null;
    }

    private async Task<Guid?> UnitAsync(CancellationToken ct)
    {
        var code = UnitCode.Trim();
        return code.Length == 0
            ? user.Required.Unit?.Id
            : await db.Units.Where(u => u.Code == code).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var own = user.Required.AccountId;
        Runs = await db.ImportRuns.AsNoTracking().Where(r => r.AccountId == own).OrderByDescending(r => r.AskedAt).Take(10).ToListAsync(ct);
        var since = time.UtcDateTime().AddDays(-UndoImport.Days);
        Recent = await db
            .Imports.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Edit)
            .Include(i => i.Unit)
            .Where(i => i.At > since)
            .OrderByDescending(i => i.At)
            .ThenByDescending(i => i.Id)
            .Take(20)
            .ToListAsync(ct);
    }

    private PageResult NoUnit()
    {
        ModelState.AddModelError(nameof(UnitCode), "Không có đơn vị nào mã này; xem mã ở trang Đơn vị.");
        return this.Invalid();
    }
}
