using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Transfers;

/// <summary>Members who go from one union to another: those that wait for an answer first, then the others.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class TransferListModel(UnionDb db, UserContext user) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "trang-thai")]
    public TransferState? State { get; set; }

    /// <summary>The transfer with which the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public Guid? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public bool MayEdit => user.Required.Can(Permissions.Edit);

    public bool MayMoveAll => user.Required.Can(Permissions.Approve);

    internal sealed record Row(Guid Id, string FullName, string From, string To, DateOnly On, TransferState State, DateTime AskedAt);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Tabs = [TabOf("Tất cả", null), .. Enum.GetValues<TransferState>().Select(state => TabOf(state.Name(), state))];
        var transfers = db.Transfers.AsNoTracking().OfEitherSide(db, user.Required);
        if (State is { } state)
            transfers = transfers.Where(t => t.State == state);
        if (After is { } after)
            transfers = transfers.Where(t => t.Id.CompareTo(after) < 0);
        var found = await transfers
            .OrderByDescending(t => t.Id)
            .Take(PageSize + 1)
            .Select(t => new Row(t.Id, t.Member.FullName, t.FromUnit.Name, t.ToUnit.Name, t.On, t.State, t.AskedAt))
            .ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Id.ToString() : null;
    }

    private Tab TabOf(string text, TransferState? state) =>
        new(text, Request.With(("trang-thai", state?.ToString()), ("sau", null)), State == state);
}
