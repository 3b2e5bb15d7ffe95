using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Who signs beside the signer says to have signed the paper; then it is the next one's turn, at last the signer's.</summary>
internal sealed class CoSign(UnionDb db, TakeStep take, TellSigner tell, History history, TimeProvider time)
{
    /// <param name="seen">Number of the version that the page showed.</param>
    /// <param name="confirmed">The person ticked that this very version was signed.</param>
    public Task<Result<StepOutcome>> HandleAsync(Guid id, int seen, bool confirmed, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.CoSign,
            async document =>
            {
                var latest = await db.Drafts.Where(v => v.OutgoingId == id).MaxAsync(v => v.Number, ct);
                var check = new Check()
                    .That(latest == seen, "", "Dự thảo vừa có phiên bản mới hơn bản anh/chị đã xem. Hãy xem phiên bản mới rồi ký.")
                    .That(confirmed, "Confirmed", "Hãy đánh dấu xác nhận đã ký đúng phiên bản này.");
                if (!check.Ok)
                    return check.AsResult();
                document.NextCoSigner!.SignedAt = time.UtcDateTime();
                history.Record(document, EventKind.Signed, "documents.outgoing.cosigned", $"Cùng ký phiên bản {seen}");
                await tell.HandleAsync(document, ct);
                return Result.Success;
            },
            ct
        );
}
