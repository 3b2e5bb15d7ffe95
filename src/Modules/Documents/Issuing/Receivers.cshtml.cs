using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Choosing the receivers of a signed document; every choice is kept at once.</summary>
[Requires(Permissions.IssueCode)]
internal sealed class ReceiversModel(UnionDb db, UserContext user, PossibleReceivers possible, ChooseReceivers choose) : PageModel
{
    public const int ShownAtOnce = 50;

    internal sealed record UnitRow(Guid Id, string Code, string Name, string? Parent, bool Chosen);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Name or code of the units looked for.</summary>
    [BindProperty(Name = "tim", SupportsGet = true)]
    public string? Wanted { get; set; }

    public OutgoingDocument Document { get; private set; } = null!;

    public int Below { get; private set; }

    public IReadOnlyList<ReceiverKind> Kinds { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name, int Count)> Groups { get; private set; } = [];

    public IReadOnlyList<ReceiverKind> ChosenKinds { get; private set; } = [];

    public int Chosen => ChosenKinds.Sum(k => k.Count);

    public IReadOnlyList<UnitRow> ChosenUnits { get; private set; } = [];

    public IReadOnlyList<UnitRow> Found { get; private set; } = [];

    public string Outside { get; private set; } = "";

    public int OutsideCount { get; private set; }

    public IReadOnlyList<PastedLine> Unmatched { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(ChoiceSource source, string? value, List<Guid> units, CancellationToken ct)
    {
        var result = await choose.HandleAsync(new(Id, source, value, units), ct);
        if (!result.Ok)
            return await RefuseAsync(result, ct);
        var (changed, unmatched) = result.Value;
        if (unmatched.Count > 0)
        {
            // Answered in place: the lines that were not understood stay before the eyes, and sending the page again adds nothing twice.
            Unmatched = unmatched;
            return await LoadAsync(ct) ?? Page();
        }
        TempData["flash"] =
            source is ChoiceSource.Remove or ChoiceSource.Clear ? $"Đã bỏ {changed.Grouped()} đơn vị."
            : changed == 0 ? "Các đơn vị này đã có trong nơi nhận."
            : $"Đã thêm {changed.Grouped()} đơn vị.";
        return Back();
    }

    /// <summary>The units that the person meant with lines that were not understood; the other lines are asked about again.</summary>
    /// <param name="meant">A unit's id, a blank, and the line that meant it.</param>
    public async Task<IActionResult> OnPostMeantAsync(string? value, List<string> meant, CancellationToken ct)
    {
        var pairs = meant.Select(m => m.Split(' ', 2)).Where(pair => pair.Length == 2).ToList();
        List<Guid> units = [.. pairs.Select(pair => Guid.TryParse(pair[0], out var id) ? id : Guid.Empty)];
        var added = await choose.HandleAsync(new(Id, ChoiceSource.Units, null, units), ct);
        if (!added.Ok)
            return await RefuseAsync(added, ct);
        var settled = pairs.Select(pair => pair[1]).ToHashSet();
        var rest = string.Join('\n', (value ?? "").Split('\n', StringSplitOptions.TrimEntries).Where(line => !settled.Contains(line)));
        if (rest.Length > 0)
            return await OnPostAsync(ChoiceSource.Pasted, rest, [], ct);
        TempData["flash"] = $"Đã thêm {added.Value.Changed.Grouped()} đơn vị.";
        return Back();
    }

    public async Task<IActionResult> OnPostOutsideAsync(string? outside, [FromServices] NameOutsideReceivers handler, CancellationToken ct)
    {
        var result = await handler.HandleAsync(Id, outside, ct);
        if (!result.Ok)
        {
            var page = await RefuseAsync(result, ct);
            // What was typed stays.
            Outside = outside ?? "";
            return page;
        }
        TempData["flash"] = "Đã lưu nơi nhận ngoài hệ thống.";
        return Back();
    }

    public async Task<IActionResult> OnPostSaveGroupAsync(string? groupName, [FromServices] SaveReceiverGroup handler, CancellationToken ct)
    {
        var result = await handler.HandleAsync(Id, groupName ?? "", ct);
        if (!result.Ok)
            return await RefuseAsync(result, ct);
        TempData["flash"] = $"Đã lưu nhóm “{groupName!.Trim()}”.";
        return Back();
    }

    private RedirectResult Back() =>
        Redirect($"/van-ban/di/{Id}/phat-hanh" + (string.IsNullOrWhiteSpace(Wanted) ? "" : $"?tim={Uri.EscapeDataString(Wanted)}"));

    private async Task<IActionResult> RefuseAsync(Result result, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await LoadAsync(ct) ?? this.Invalid(result);
    }

    /// <summary>Null when the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .Include(d => d.Unit)
            .Include(d => d.DraftingUnit)
            .FirstOrDefaultAsync(d => d.Id == Id, ct);
        if (document is null)
            return NotFound();
        if (!OutgoingSteps.Issue.IsOpenTo(document, user.Required))
            return Redirect(document.Link);
        Document = document;
        Kinds = await possible.KindsBelowAsync(document.Unit, ct);
        Below = Kinds.Sum(k => k.Count);
        Groups =
        [
            .. (
                await db
                    .ReceiverGroups.AsNoTracking()
                    .Where(g => g.UnitId == document.UnitId)
                    .OrderBy(g => g.Name)
                    .ThenBy(g => g.Id)
                    .Select(g => new
                    {
                        g.Id,
                        g.Name,
                        g.Members.Count,
                    })
                    .Take(100)
                    .ToListAsync(ct)
            ).Select(g => (g.Id, g.Name, g.Count)),
        ];
        await LoadChosenAsync(ct);
        return null;
    }

    private async Task LoadChosenAsync(CancellationToken ct)
    {
        var chosen = db.ReceiverChoices.AsNoTracking().Where(c => c.OutgoingId == Id);
        ChosenKinds = await chosen
            .GroupBy(c => new
            {
                c.Unit.KindCode,
                c.Unit.Kind.Name,
                c.Unit.Kind.Rank,
            })
            .OrderBy(g => g.Key.Rank)
            .ThenBy(g => g.Key.KindCode)
            .Select(g => new ReceiverKind(g.Key.KindCode, g.Key.Name, g.Count()))
            .ToListAsync(ct);
        ChosenUnits = await chosen
            .OrderBy(c => c.Unit.Path)
            .Take(ShownAtOnce)
            .Select(c => new UnitRow(c.UnitId, c.Unit.Code, c.Unit.Name, c.Unit.Parent!.Name, true))
            .ToListAsync(ct);
        var outside = await db
            .OutsideReceivers.AsNoTracking()
            .Where(r => r.OutgoingId == Id)
            .OrderBy(r => r.Ordinal)
            .Select(r => r.Name)
            .ToListAsync(ct);
        (Outside, OutsideCount) = (string.Join('\n', outside), outside.Count);
        if (!string.IsNullOrWhiteSpace(Wanted))
            Found = await possible
                .For(Document.Unit)
                .Matching(Wanted)
                .OrderBy(u => u.Path)
                .Take(ShownAtOnce)
                .Select(u => new UnitRow(u.Id, u.Code, u.Name, u.Parent!.Name, chosen.Any(c => c.UnitId == u.Id)))
                .ToListAsync(ct);
    }
}
