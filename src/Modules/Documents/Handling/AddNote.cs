using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>A note on an incoming document, by anybody who has a part in it: reading alone never lets anyone write.</summary>
internal sealed class AddNote(UnionDb db, Work work, UserContext user, History history)
{
    public const int MaxLength = 2000;

    public Task<Result> HandleAsync(Guid incomingId, string? text, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var document = await db.Incoming.WorkedOnBy(db, user.Required).FirstOrDefaultAsync(d => d.Id == incomingId, ct);
                if (document is null)
                    return Result.Refuse("Văn bản không thuộc phần việc của anh/chị.");
                var check = new Check().Filled(text, "Note", "Hãy viết ý kiến trước khi gửi.").AtMost(text, MaxLength, "Note", "Ý kiến");
                if (!check.Ok)
                    return check.AsResult();
                history.Record(document, EventKind.Note, "documents.incoming.note", text!.Trim());
                return Result.Success;
            },
            ct
        );
}
