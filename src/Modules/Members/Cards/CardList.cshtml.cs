using DoanKet.CardTokens;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Cards;

/// <summary>Cards by where they stand, the latest first; those that wait for somebody can be ticked and moved on together.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class CardListModel(UnionDb db, UserContext user, ApproveCards approve, HandOverCards handOver) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "nhom")]
    public CardGroup? Group { get; set; }

    [FromQuery(Name = "ma")]
    public string? Code { get; set; }

    [FromQuery(Name = "don-vi")]
    public Guid? UnitId { get; set; }

    /// <summary>The card with which the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public Guid? After { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public string? UnitName { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public bool MayAsk => user.Required.Can(Permissions.Edit);

    public bool MayIssue => user.Required.Can(Permissions.Cards);

    public bool Approves => Group == CardGroup.Asked && MayIssue;

    public bool HandsOver => Group == CardGroup.Delivered && MayAsk;

    internal sealed record Row(
        Guid Id,
        Guid MemberId,
        string FullName,
        string Unit,
        string Code,
        CardReason Reason,
        int Edition,
        CardState State,
        bool HasPhoto
    );

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken ct)
    {
        var result = await approve.HandleAsync(Chosen, ct);
        return await AnswerAsync(result, result.Ok ? $"Đã duyệt {result.Value} thẻ." : "", CardGroup.Asked, ct);
    }

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken ct)
    {
        var result = await handOver.HandleAsync(Chosen, ct);
        return await AnswerAsync(result, result.Ok ? $"Đã ghi trao {result.Value} thẻ." : "", CardGroup.Delivered, ct);
    }

    private async Task<IActionResult> AnswerAsync(Kernel.Results.Result result, string said, CardGroup group, CancellationToken ct)
    {
        if (!result.Ok)
        {
            await LoadAsync(ct);
            return this.Invalid(result);
        }
        TempData["flash"] = said;
        return Redirect($"/doan-vien/the?nhom={group}");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Tabs = [TabOf("Tất cả", null), .. Enum.GetValues<CardGroup>().Select(group => TabOf(group.Name(), group))];
        var cards = db.Cards.AsNoTracking().VisibleTo(user.Required, Permissions.Read);
        if (
            UnitId is { } id
            && await db.Units.Where(u => u.Id == id).Select(u => new { u.Path, u.Name }).FirstOrDefaultAsync(ct) is { } unit
        )
        {
            UnitName = unit.Name;
            cards = cards.OfUnitsWithin(unit.Path);
        }
        if (Group is { } group)
            cards = cards.Where(group.Condition());
        if (!string.IsNullOrWhiteSpace(Code))
        {
            var code = CardCode.Read(Code);
            cards = cards.Where(c => c.Code == code);
        }
        if (After is { } after)
            cards = cards.Where(c => c.Id.CompareTo(after) < 0);
        var photos = db.Photos;
        // One more than shown tells whether there is a next page; nothing is counted.
        var found = await cards
            .OrderByDescending(c => c.Id)
            .Take(PageSize + 1)
            .Select(c => new Row(
                c.Id,
                c.MemberId,
                c.Member.FullName,
                c.Unit.Name,
                c.Code,
                c.Reason,
                c.Edition,
                c.State,
                photos.Any(p => p.MemberId == c.MemberId)
            ))
            .ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Id.ToString() : null;
    }

    private Tab TabOf(string text, CardGroup? group) =>
        new(text, Request.With(("nhom", group?.ToString()), ("sau", null), ("ma", null)), Group == group);
}
