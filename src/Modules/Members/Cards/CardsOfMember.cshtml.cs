using DoanKet.CardTokens;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Cards;

/// <summary>The cards of one member with what became of each, and what can be done with them.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class CardsOfMemberModel(
    UnionDb db,
    UserContext user,
    AskForCards ask,
    ApproveCards approve,
    HandOverCards handOver,
    EndCard end
) : PageModel
{
    public static IReadOnlyList<SelectListItem> Ways { get; } =
    [new("Mất thẻ", nameof(CardState.Lost)), new("Thẻ hỏng", nameof(CardState.Damaged)), new("Thu hồi", nameof(CardState.Withdrawn))];

    [BindProperty]
    public CardState? Way { get; set; }

    [BindProperty]
    public string AskNote { get; set; } = "";

    [BindProperty]
    public string RefuseNote { get; set; } = "";

    [BindProperty]
    public string EndNote { get; set; } = "";

    /// <summary>The card that ended.</summary>
    [BindProperty]
    public Guid Ended { get; set; }

    public Member Member { get; private set; } = null!;

    public IReadOnlyList<MemberCard> Cards { get; private set; } = [];

    public ILookup<Guid, CardStep> Steps { get; private set; } = Enumerable.Empty<CardStep>().ToLookup(s => s.CardId);

    /// <summary>Of the kept picture, for its address; null for none.</summary>
    public string? Photo { get; private set; }

    public bool MayEdit { get; private set; }

    public bool MayIssue { get; private set; }

    public bool MayAsk =>
        MayEdit && Member.State is MemberState.Active or MemberState.Paused && !Cards.Any(card => card.State.IsOnItsWay());

    /// <summary>Those that can be lost, damaged or taken back.</summary>
    public IReadOnlyList<SelectListItem> CanEnd =>
        [
            .. Cards
                .Where(card => EndCard.CanEnd(card.State))
                .Select(card => new SelectListItem($"{CardCode.Show(card.Code)} ({card.State.Name()})", card.Id.ToString())),
        ];

    public bool HasHadCard => Cards.Any(card => card.State != CardState.Refused);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã đề nghị cấp thẻ.", async () => await ask.AgainAsync(id, AskNote, ct), ct);

    public Task<IActionResult> OnPostApproveAsync(Guid id, Guid card, CancellationToken ct) =>
        ActAsync(id, "Đã duyệt.", async () => await approve.HandleAsync([card], ct), ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, Guid card, CancellationToken ct) =>
        ActAsync(id, "Đã ghi không duyệt.", async () => await approve.RefuseAsync(card, RefuseNote, ct), ct);

    public Task<IActionResult> OnPostHandOverAsync(Guid id, Guid card, CancellationToken ct) =>
        ActAsync(id, "Đã ghi trao thẻ.", async () => await handOver.HandleAsync([card], ct), ct);

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã ghi. Thẻ hết hiệu lực từ bây giờ.", async () => await end.HandleAsync(Ended, Way, EndNote, ct), ct);

    private async Task<IActionResult> ActAsync(Guid id, string said, Func<Task<Kernel.Results.Result>> act, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await act();
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = said;
        return Redirect($"/doan-vien/{id}/the");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var person = user.Required;
        var member = await db.FindMemberAsync(person, Permissions.Read, id, ct);
        if (member is null)
            return false;
        Member = member;
        MayEdit = person.Can(Permissions.Edit, member.Unit);
        MayIssue = person.Can(Permissions.Cards, member.Unit);
        Photo = await db.Photos.Where(p => p.MemberId == id).Select(p => p.Sha256).FirstOrDefaultAsync(ct);
        Cards = await db
            .Cards.AsNoTracking()
            .Where(c => c.MemberId == id)
            .OrderByDescending(c => c.AskedAt)
            .ThenByDescending(c => c.Id)
            .Take(20)
            .ToListAsync(ct);
        var ids = Cards.Select(c => c.Id).ToList();
        var steps = await db
            .CardSteps.AsNoTracking()
            .Where(s => ids.Contains(s.CardId))
            .OrderBy(s => s.At)
            .ThenBy(s => s.Id)
            .ToListAsync(ct);
        Steps = steps.ToLookup(s => s.CardId);
        return true;
    }
}
