using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Charts;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>One receiver on the board.</summary>
internal sealed record BoardRow(
    Guid UnitId,
    string Code,
    string Name,
    string? Parent,
    ReceiptState State,
    DateTime DeliveredAt,
    DateTime? OpenedAt,
    DateTime? RegisteredAt,
    int? ArrivalNumber,
    DateTime? DoneAt,
    DateTime? ReturnedAt,
    string ReturnReason,
    bool IsReturnOpen,
    DateOnly? DueOn,
    DateTime? RemindedAt,
    int Reminders,
    RecallAnswer? Recall,
    string RecallRefusal
)
{
    public bool IsOverdue(DateOnly today) => Recall is null && DueOn < today && State < ReceiptState.Done;
}

/// <summary>What came of a recall at one receiver.</summary>
internal enum RecallAnswer
{
    Waiting = 0,
    Cancelled = 1,
    Refused = 2,
}

internal static class RecallAnswers
{
    public static string Name(this RecallAnswer answer) =>
        answer switch
        {
            RecallAnswer.Waiting => "Chờ trả lời thu hồi",
            RecallAnswer.Cancelled => "Đã hủy theo thu hồi",
            _ => "Không đồng ý thu hồi",
        };

    public static BadgeKind Badge(this RecallAnswer answer) =>
        answer switch
        {
            RecallAnswer.Waiting => BadgeKind.Waiting,
            RecallAnswer.Cancelled => BadgeKind.Done,
            _ => BadgeKind.Late,
        };

    public static string Slug(this RecallAnswer answer) =>
        answer switch
        {
            RecallAnswer.Waiting => "thu-hoi-cho",
            RecallAnswer.Cancelled => "thu-hoi-huy",
            _ => "thu-hoi-tu-choi",
        };

    public static IQueryable<Receipt> Answering(this IQueryable<Receipt> receipts, RecallAnswer answer) =>
        answer switch
        {
            RecallAnswer.Waiting => receipts.Where(r => r.Incoming.RecallAskedAt != null && r.Incoming.RecallAnsweredAt == null),
            RecallAnswer.Cancelled => receipts.Where(r => r.Incoming.RecallAnsweredAt != null && r.Incoming.RecallRefusal == ""),
            _ => receipts.Where(r => r.Incoming.RecallRefusal != ""),
        };
}

/// <summary>How many receivers stand where; overdue ones are also counted in their state.</summary>
internal sealed record BoardCounts(int Delivered, int Opened, int Registered, int Done, int Returned, int Overdue)
{
    public int All => Delivered + Opened + Registered + Done + Returned;

    /// <summary>Each kind with the filter that shows it, the overdue first.</summary>
    public IReadOnlyList<(string Slug, string Name, int Count)> Kinds =>
        [
            (BoardFilter.Overdue, "Quá hạn", Overdue),
            (ReceiptState.Delivered.Slug(), ReceiptState.Delivered.Name(), Delivered),
            (ReceiptState.Opened.Slug(), ReceiptState.Opened.Name(), Opened),
            (ReceiptState.Registered.Slug(), ReceiptState.Registered.Name(), Registered),
            (ReceiptState.Done.Slug(), ReceiptState.Done.Name(), Done),
            (ReceiptState.Returned.Slug(), ReceiptState.Returned.Name(), Returned),
        ];

    public IReadOnlyList<BarPart> Parts =>
        [
            new(ReceiptState.Delivered.Name(), Delivered, BadgeKind.Neutral),
            new(ReceiptState.Opened.Name(), Opened, BadgeKind.Info),
            new(ReceiptState.Registered.Name(), Registered, BadgeKind.Waiting),
            new(ReceiptState.Done.Name(), Done, BadgeKind.Done),
            new(ReceiptState.Returned.Name(), Returned, BadgeKind.Returned),
        ];
}

/// <summary>What the board of a document shows: the page, the fragment that refreshes it and the export read it alike.</summary>
internal sealed record BoardView(
    OutgoingDocument Document,
    BoardFilter Filter,
    BoardCounts Counts,
    IReadOnlyList<BoardRow> Rows,
    int Matching,
    IReadOnlyList<string> Outside,
    IReadOnlyList<(RecallAnswer Answer, int Count)> Recall,
    DateOnly Today,
    DateTime At
)
{
    public const int PageSize = 100;

    public string Address => $"/van-ban/di/{Document.Id}/theo-doi";

    public string? Previous => Filter.Page > 1 ? Address + Filter.Query(Filter.Page - 1) : null;

    public string? Next => Filter.Page * PageSize < Matching ? Address + Filter.Query(Filter.Page + 1) : null;

    public string Shown =>
        $"{((Filter.Page - 1) * PageSize + 1).Grouped()}–{((Filter.Page - 1) * PageSize + Rows.Count).Grouped()} trong "
        + $"{Matching.Grouped()} đơn vị";
}

internal sealed class ReadBoard(UnionDb db, UserContext user, TimeProvider time)
{
    /// <summary>The issued document, if the person may follow it.</summary>
    public async Task<OutgoingDocument?> DocumentAsync(Guid id, CancellationToken ct)
    {
        var person = user.Required;
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(person)
            .Include(d => d.Unit)
            .Include(d => d.DraftingUnit)
            .FirstOrDefaultAsync(d => d.Id == id && d.State == OutgoingState.Issued, ct);
        return
            document is not null && (person.Can(Permissions.Follow, document.Unit) || person.Can(Permissions.Follow, document.DraftingUnit))
            ? document
            : null;
    }

    public async Task<BoardView?> HandleAsync(Guid id, BoardFilter filter, CancellationToken ct)
    {
        if (await DocumentAsync(id, ct) is not { } document)
            return null;
        filter.Page = Math.Max(1, filter.Page);
        var today = time.Today();
        var all = db.Receipts.AsNoTracking().Where(r => r.OutgoingId == id);
        var states = await all.GroupBy(r => r.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        // Of what was recalled nothing is expected any more.
        var overdue = document.RecalledAt is null ? await all.CountAsync(r => r.DueOn < today && r.State < ReceiptState.Done, ct) : 0;
        var counts = new BoardCounts(
            states.GetValueOrDefault(ReceiptState.Delivered),
            states.GetValueOrDefault(ReceiptState.Opened),
            states.GetValueOrDefault(ReceiptState.Registered),
            states.GetValueOrDefault(ReceiptState.Done),
            states.GetValueOrDefault(ReceiptState.Returned),
            overdue
        );
        var matching = await filter.ApplyAsync(db, all, today, ct);
        var rows = await Rows(matching).Skip((filter.Page - 1) * BoardView.PageSize).Take(BoardView.PageSize).ToListAsync(ct);
        List<(RecallAnswer, int)> recall = [];
        if (document.RecalledAt is not null)
            foreach (var answer in Enum.GetValues<RecallAnswer>())
                recall.Add((answer, await all.Answering(answer).CountAsync(ct)));
        return new(
            document,
            filter,
            counts,
            rows,
            await matching.CountAsync(ct),
            await OutsideAsync(id, ct),
            recall,
            today,
            time.UtcDateTime()
        );
    }

    /// <summary>Bodies outside the program, with how it went to them.</summary>
    public async Task<IReadOnlyList<string>> OutsideAsync(Guid id, CancellationToken ct) =>
        [
            .. (await db.OutsideReceivers.AsNoTracking().Where(r => r.OutgoingId == id).OrderBy(r => r.Ordinal).ToListAsync(ct)).Select(r =>
                r.Told
            ),
        ];

    public async Task<IReadOnlyList<BoardRow>> AllAsync(Guid id, BoardFilter filter, CancellationToken ct) =>
        await Rows(await filter.ApplyAsync(db, db.Receipts.AsNoTracking().Where(r => r.OutgoingId == id), time.Today(), ct))
            .ToListAsync(ct);

    /// <summary>In the order of the tree: each district followed by its grassroots unions.</summary>
    private static IQueryable<BoardRow> Rows(IQueryable<Receipt> receipts) =>
        receipts
            .OrderBy(r => r.Receiver.Path)
            .Select(r => new BoardRow(
                r.ReceiverId,
                r.Receiver.Code,
                r.Receiver.Name,
                r.Receiver.Parent!.Name,
                r.State,
                r.DeliveredAt,
                r.OpenedAt,
                r.RegisteredAt,
                r.ArrivalNumber,
                r.DoneAt,
                r.ReturnedAt,
                r.ReturnReason,
                r.State == ReceiptState.Returned && r.ReturnSettledAt == null,
                r.DueOn,
                r.RemindedAt,
                r.Reminders,
                r.Incoming.RecallAskedAt == null ? null
                    : r.Incoming.RecallAnsweredAt == null ? RecallAnswer.Waiting
                    : r.Incoming.RecallRefusal == "" ? RecallAnswer.Cancelled
                    : RecallAnswer.Refused,
                r.Incoming.RecallRefusal
            ));
}
