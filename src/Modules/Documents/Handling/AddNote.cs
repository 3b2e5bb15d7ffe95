using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>A note on an incoming document, by anybody who has a part in it: reading alone never lets anyone write.</summary>
internal sealed class AddNote(UnionDb db, Work work, UserContext user, History history, AuditTrail audit)
{
    public const int MaxLength = 2000;

    public Task<Result> HandleAsync(Guid incomingId, string? text, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (!await db.Incoming.WorkedOnBy(db, user.Required).AnyAsync(d => d.Id == incomingId, ct))
                    return Result.Refuse("Văn bản không thuộc phần việc của bạn.");
                var check = new Check().Filled(text, "Note", "Hãy viết ý kiến trước khi gửi.").AtMost(text, MaxLength, "Note", "Ý kiến");
                if (!check.Ok)
                    return check.AsResult();
                history.Add(incomingId, EventKind.Note, text!.Trim());
                audit.Record("documents.incoming.note", incomingId, $"Ghi ý kiến: {text.Trim()}");
                return Result.Success;
            },
            ct
        );
}
