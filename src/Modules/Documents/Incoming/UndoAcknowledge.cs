using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>
/// Takes back "Đã nhận và vào sổ" pressed by mistake: within a minute, by who pressed it, while nothing came after it in the book and
/// nobody has gone on with the document. The number is given back, so that the book keeps no gap.
/// </summary>
internal sealed class UndoAcknowledge(
    UnionDb db,
    Work work,
    UserContext user,
    Numbers numbers,
    ReceiptProgress receipts,
    History history,
    TimeProvider time
)
{
    /// <summary>A little longer than the screen promises, for a slow line.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(75);

    public Task<Result> HandleAsync(Guid id, CancellationToken ct) => work.RunAsync(() => UndoAsync(id, ct), ct);

    private async Task<Result> UndoAsync(Guid id, CancellationToken ct)
    {
        var document = await db.Incoming.Include(d => d.Unit).FirstOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || !user.Required.Can(Permissions.Acknowledge, document.Unit))
            return Result.Refuse("Văn bản không gửi cho công đoàn của anh/chị.");
        var last = await db
            .History.AsNoTracking()
            .Where(e => e.DocumentId == id)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync(ct);
        var isMine = last is { Kind: EventKind.Acknowledged } && last.AccountId == user.Required.AccountId;
        if (document.State != IncomingState.Registered || !isMine || last!.At < time.UtcDateTime() - Within)
            return Result.Fail("Đã quá một phút hoặc văn bản đã được xử lý tiếp nên không hoàn tác được.");
        var (number, year) = (document.ArrivalNumber!.Value, document.BookYear!.Value);
        var sequence = ArrivalBooks.Sequence(document.UnitId, document.BookCode, year);
        if (!await numbers.GiveBackAsync(sequence, number, ct))
            return Result.Fail($"Sau số đến {number} đã có số khác trong sổ nên không hoàn tác được.");
        (document.State, document.ArrivalNumber, document.ArrivalDate) = (IncomingState.Arrived, null, null);
        (document.BookCode, document.BookYear) = ("", null);
        await receipts.TakenBackAsync(id, ct);
        history.Record(document, EventKind.Undone, "documents.incoming.undone", $"Hoàn tác vào sổ, trả lại số đến {number}");
        return Result.Success;
    }
}
