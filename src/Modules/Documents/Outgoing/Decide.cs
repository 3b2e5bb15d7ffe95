using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Keeps a decision, tied to the version that the person had before the eyes. Runs inside the caller's transaction.</summary>
internal sealed class Decide(UnionDb db, UserContext user, TimeProvider time)
{
    public const string NewerVersion = "Dự thảo vừa có phiên bản mới hơn bản anh/chị đã xem. Hãy xem phiên bản mới rồi quyết định.";

    /// <param name="seen">Number of the version that the page showed.</param>
    public async Task<Result> HandleAsync(
        OutgoingDocument document,
        ApprovalKind kind,
        bool approved,
        int seen,
        string note,
        CancellationToken ct
    )
    {
        var check = new Check()
            .That(await LatestAsync(document.Id, ct) == seen, "", NewerVersion)
            .AtMost(note, Approval.MaxNote, "Reason", "Ý kiến");
        if (!check.Ok)
            return check.AsResult();
        db.Add(
            new Approval
            {
                Id = Ids.New(),
                OutgoingId = document.Id,
                Kind = kind,
                Approved = approved,
                DraftNumber = seen,
                AccountId = user.Required.AccountId,
                At = time.UtcDateTime(),
                Note = note.Trim(),
            }
        );
        return Result.Success;
    }

    public async Task<int> LatestAsync(Guid outgoingId, CancellationToken ct) =>
        await db.Drafts.Where(v => v.OutgoingId == outgoingId).MaxAsync(v => (int?)v.Number, ct) ?? 0;
}
