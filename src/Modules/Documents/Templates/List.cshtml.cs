using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Templates;

[Uploads]
[Requires(Permissions.DraftCode, Permissions.ApproveFormatCode)]
internal sealed class ListModel(DraftTemplates templates, ActingOffice office, UserContext user) : PageModel
{
    internal sealed record Row(Guid Id, string Name, string KindCode, string Unit, bool IsOwn);

    internal sealed class Form
    {
        public string Name { get; set; } = "";

        public string KindCode { get; set; } = "";

        public IFormFile? File { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The clerk answers for format (điều 12.2), so the templates are the clerk's.</summary>
    public bool CanKeep { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await office.FindAsync(ct) is not { } unit)
            return NotFound();
        var result = await templates.SaveAsync(unit, new(Input.Name, Input.KindCode, Input.File), ct);
        if (!result.Ok)
        {
            await LoadAsync(ct);
            return this.Invalid(result, nameof(Input));
        }
        var saved = result.Value;
        TempData["flash"] = $"Đã lưu mẫu “{saved.Name}”, {saved.Places} chỗ để điền.";
        if (saved.Unknown.Count > 0)
            TempData["flash-warning"] =
                "Chương trình không biết điền gì vào: " + string.Join(", ", saved.Unknown) + ". Các chỗ này để nguyên.";
        return Redirect("/van-ban/mau");
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid template, CancellationToken ct)
    {
        if (await office.FindAsync(ct) is not { } unit || !await templates.DeleteAsync(unit, template, ct))
            return NotFound();
        TempData["flash"] = "Đã xóa mẫu.";
        return Redirect("/van-ban/mau");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (await office.FindAsync(ct) is not { } unit)
            return;
        CanKeep = user.Required.Can(Permissions.ApproveFormat, unit.Id, unit.Path);
        Rows = await templates
            .OpenTo(unit.Path)
            .Select(t => new Row(t.Id, t.Name, t.KindCode, t.Unit.Name, t.UnitId == unit.Id))
            .ToListAsync(ct);
    }
}
