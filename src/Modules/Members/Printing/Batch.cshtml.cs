using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Cards;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

/// <summary>One batch: its files, then what came of printing, then which unions have got their cards.</summary>
[Requires(Permissions.CardsCode)]
internal sealed class BatchModel(UnionDb db, UserContext user, FinishBatch finish) : PageModel
{
    [BindProperty]
    public PrintedInput Input { get; set; } = new();

    /// <summary>Unions whose cards were given to them.</summary>
    [BindProperty]
    public List<Guid> Delivered { get; set; } = [];

    public CardBatch Batch { get; private set; } = null!;

    public IReadOnlyList<CardFile> Files { get; private set; } = [];

    public int Drawn => Files.Sum(file => file.Count);

    public IReadOnlyList<Row> Unions { get; private set; } = [];

    internal sealed record Row(Guid UnitId, string Unit, int Cards, int Printed);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPrintedAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await finish.PrintedAsync(id, Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = "Đã ghi in xong và trừ sổ phôi.";
        return Redirect($"/doan-vien/the/lo-in/{id}");
    }

    public async Task<IActionResult> OnPostDeliveredAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await finish.DeliveredAsync(id, Delivered, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = $"Đã ghi giao {result.Value} thẻ; công đoàn cơ sở thấy việc “chờ trao”.";
        return Redirect($"/doan-vien/the/lo-in/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var batch = await db
            .CardBatches.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Cards)
            .Include(b => b.Unit)
            .FirstOrDefaultAsync(b => b.Id == id, ct);
        if (batch is null)
            return false;
        Batch = batch;
        Files = await db.CardFiles.AsNoTracking().Where(f => f.BatchId == id).OrderBy(f => f.Number).ToListAsync(ct);
        Unions = await db
            .Cards.Where(c => c.BatchId == id)
            .GroupBy(c => new
            {
                c.UnitId,
                c.Unit.Code,
                c.Unit.Name,
            })
            .OrderBy(g => g.Key.Code)
            .Select(g => new Row(g.Key.UnitId, g.Key.Name, g.Count(), g.Count(c => c.State == CardState.Printed)))
            .ToListAsync(ct);
        return true;
    }
}
