using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Cards;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

/// <summary>Approved cards to print, the batches so far, and the register of blanks of the office.</summary>
[Requires(Permissions.CardsCode)]
internal sealed class BatchesModel(UnionDb db, UserContext user, MakeBatch make, KeepBlanks keep, TimeProvider time) : PageModel
{
    private const int Shown = 50;

    public static IReadOnlyList<SelectListItem> Sheets { get; } =
    [new("Mỗi trang một thẻ (máy in thẻ)", nameof(CardSheet.OnePerPage)), new("Mười thẻ một tờ A4, có dấu cắt", nameof(CardSheet.Sheets))];

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [.. KeepBlanks.ByHand.Select(kind => new SelectListItem(kind.Name(), kind.ToString()))];

    [BindProperty]
    public BatchInput Input { get; set; } = new();

    [BindProperty]
    public BlanksInput Blanks { get; set; } = new();

    public Unit Office { get; private set; } = null!;

    public int ToPrint { get; private set; }

    public BlanksLeft Left { get; private set; } = null!;

    public IReadOnlyList<CardBatch> Rows { get; private set; } = [];

    public IReadOnlyList<BlankEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Blanks.On = time.Today();
        return await LoadAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var result = await make.HandleAsync(Input, ct);
        return result.Ok ? Redirect($"/doan-vien/the/lo-in/{result.Value}") : this.Invalid(result, nameof(Input));
    }

    public async Task<IActionResult> OnPostBlanksAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var result = await keep.HandleAsync(Office.Id, Blanks, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Blanks));
        TempData["flash"] = "Đã ghi sổ phôi.";
        return Redirect("/doan-vien/the/lo-in");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (user.Required.Unit is not { } acting)
            return false;
        Office = await db.Units.OfficeOfAsync(acting.Id, ct);
        if (!user.Required.Can(Permissions.Cards, Office))
            return false;
        ToPrint = await db.Cards.VisibleTo(user.Required, Permissions.Cards).CountAsync(c => c.State == CardState.Approved, ct);
        Left = await BlanksLeft.OfAsync(db.Blanks, Office.Id, ct);
        Rows = await db
            .CardBatches.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Cards)
            .Include(b => b.Unit)
            .OrderByDescending(b => b.Id)
            .Take(Shown)
            .ToListAsync(ct);
        Entries = await db
            .Blanks.AsNoTracking()
            .Where(e => e.UnitId == Office.Id)
            .OrderByDescending(e => e.RecordedAt)
            .ThenByDescending(e => e.Id)
            .Take(Shown)
            .ToListAsync(ct);
        return true;
    }
}
