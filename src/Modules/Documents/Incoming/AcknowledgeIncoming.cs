using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>"Đã nhận và vào sổ": one press for a unit without a clerk; it acknowledges (điều 21.2) and takes the unit's own số đến (điều
/// 22).</summary>
internal sealed class AcknowledgeIncoming(UnionDb db, Work work, UserContext user, IncomingBook book)
{
    /// <summary>The số đến. Pressing twice enters it once.</summary>
    public Task<Result<int>> HandleAsync(Guid id, CancellationToken ct) => work.RunAsync(() => AcknowledgeAsync(id, ct), ct);

    private async Task<Result<int>> AcknowledgeAsync(Guid id, CancellationToken ct)
    {
        var unit = await db.Incoming.AsNoTracking().Where(d => d.Id == id).Select(d => d.Unit).FirstOrDefaultAsync(ct);
        if (unit is null || !user.Required.Can(Permissions.Acknowledge, unit))
            return Result<int>.Refuse("Văn bản không gửi cho công đoàn của anh/chị.");
        var line = await book.NextLineAsync(unit.Id, "", ct);
        var document = await db.Incoming.Include(d => d.Content).ThenInclude(c => c.Attachments).FirstAsync(d => d.Id == id, ct);
        if (document.State is IncomingState.Returned or IncomingState.Cancelled)
            return Result<int>.Fail("Văn bản này đã được trả lại hoặc hủy, không vào sổ nữa.");
        if (document.State != IncomingState.Arrived)
            return Result<int>.Fail($"Văn bản đã có trong sổ, số đến {document.ArrivalNumber}."); // gives the number just taken back
        await book.EnterAsync(document, unit, line, EventKind.Acknowledged, ct);
        return line.Number;
    }
}
