using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Reminds receivers that have not finished, each at most once an hour.</summary>
internal sealed class RemindReceivers(UnionDb db, Work work, UserContext user, TellReceivers tell, History history, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <param name="Receivers">The units to remind; null for all that have not registered.</param>
    internal sealed record Input(Guid OutgoingId, IReadOnlyList<Guid>? Receivers);

    /// <param name="Skipped">Reminded less than an hour ago, or nothing left to do there.</param>
    internal sealed record Outcome(int Units, int Skipped);

    public Task<Result<Outcome>> HandleAsync(Input input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var person = user.Required;
                var document = await db
                    .Outgoing.VisibleOutgoing(person)
                    .Include(d => d.Unit)
                    .Include(d => d.DraftingUnit)
                    .FirstOrDefaultAsync(d => d.Id == input.OutgoingId && d.State == OutgoingState.Issued, ct);
                if (document is null)
                    return Result<Outcome>.Refuse("Không tìm thấy văn bản đã phát hành này trong đơn vị của anh/chị.");
                if (!person.Can(Permissions.Follow, document.Unit) && !person.Can(Permissions.Follow, document.DraftingUnit))
                    return Result<Outcome>.Refuse("Anh/chị không có quyền nhắc nơi nhận của văn bản này.");
                if (document.RecalledAt is not null)
                    return Result<Outcome>.Fail("Văn bản đã thu hồi nên không nhắc nữa.");
                if (input.Receivers is { Count: 0 })
                    return Result<Outcome>.Fail("Hãy chọn ít nhất một đơn vị để nhắc.");

                var now = time.UtcDateTime();
                var asked = db.Receipts.Where(r => r.OutgoingId == document.Id);
                asked = input.Receivers is { } chosen
                    ? asked.Where(r => chosen.Contains(r.ReceiverId))
                    : asked.Where(r => r.State < ReceiptState.Registered);
                var wanted = await asked.CountAsync(ct);
                var before = now - Pause;
                var due = await asked
                    .Where(r => r.State < ReceiptState.Done && (r.RemindedAt == null || r.RemindedAt <= before))
                    .Select(r => new { r.IncomingId, r.ReceiverId })
                    .ToListAsync(ct);
                if (due.Count == 0)
                    return new Outcome(0, wanted);
                var ids = due.Select(r => r.IncomingId).ToList();
                await db
                    .Receipts.Where(r => ids.Contains(r.IncomingId))
                    .ExecuteUpdateAsync(r => r.SetProperty(x => x.RemindedAt, now).SetProperty(x => x.Reminders, x => x.Reminders + 1), ct);
                var text = $"{document.Unit.Name} nhắc: văn bản số {document.NumberText} “{document.Subject}” đang chờ đơn vị xử lý";
                await tell.HandleAsync(due.ToDictionary(r => r.ReceiverId, r => r.IncomingId), text, urgent: true, ct);
                history.Record(document, EventKind.Reminded, "documents.outgoing.reminded", $"Nhắc {due.Count.Grouped()} đơn vị");
                return new Outcome(due.Count, wanted - due.Count);
            },
            ct
        );
}
