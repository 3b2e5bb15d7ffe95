using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>The clerk says how an issued document went to the bodies outside the program, and on which day.</summary>
internal sealed class RecordSending(UnionDb db, Work work, UserContext user, History history, TimeProvider time)
{
    /// <summary>A line of the form. Without a way it was not sent yet.</summary>
    internal sealed class Line
    {
        public Guid Id { get; set; }

        public SendingWay? Way { get; set; }

        public DateOnly? SentOn { get; set; }
    }

    public Task<Result> HandleAsync(Guid id, IReadOnlyList<Line> lines, CancellationToken ct) =>
        work.RunAsync(() => RecordAsync(id, lines, ct), ct);

    private async Task<Result> RecordAsync(Guid id, IReadOnlyList<Line> lines, CancellationToken ct)
    {
        if (await db.Outgoing.IssuedForClerkAsync(user.Required, id, ct) is not { } document)
            return Result.Refuse("Chỉ văn thư của cơ quan ban hành mới ghi được việc gửi.");
        var today = time.Today();
        var check = new Check();
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
            check
                .That(line.Way is null || Enum.IsDefined(line.Way.Value), $"Lines[{i}].Way", "Hãy chọn cách gửi trong danh sách.")
                .That(
                    line.SentOn is null || (line.SentOn >= document.IssuedOn && line.SentOn <= today),
                    $"Lines[{i}].SentOn",
                    $"Ngày gửi từ ngày ban hành ({document.IssuedOn?.Show()}) đến hôm nay."
                );
        if (!check.Ok)
            return check.AsResult();
        var receivers = await db.OutsideReceivers.Where(r => r.OutgoingId == id).OrderBy(r => r.Ordinal).ToListAsync(ct);
        var told = new List<string>();
        foreach (var receiver in receivers)
        {
            if (lines.FirstOrDefault(l => l.Id == receiver.Id) is not { } line)
                continue;
            DateOnly? sentOn = line.Way is null ? null : line.SentOn ?? today;
            if ((receiver.Way, receiver.SentOn) == (line.Way, sentOn))
                continue;
            (receiver.Way, receiver.SentOn) = (line.Way, sentOn);
            told.Add(line.Way is null ? $"{receiver.Name} (chưa gửi)" : receiver.Told);
        }
        if (told.Count > 0)
            history.Record(
                document,
                EventKind.SentOutside,
                "documents.outgoing.sent-outside",
                "Gửi ngoài hệ thống: " + string.Join("; ", told)
            );
        return Result.Success;
    }
}
