using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>A part goes to another person with everything that hangs on it: role, day, what was given on from it.</summary>
internal sealed class HandOver(
    UnionDb db,
    TakePart take,
    UserContext user,
    PossibleHandlers handlers,
    TellHandlers tell,
    Notices notices,
    History history,
    TimeProvider time
)
{
    public const int MaxReason = 500;

    public Task<Result<bool>> HandleAsync(Guid partId, string? to, string? reason, CancellationToken ct) =>
        take.RunAsync(partId, (part, tree) => HandAsync(part, tree, to ?? "", reason?.Trim() ?? "", ct), ct);

    private async Task<Result<bool>> HandAsync(Assignment part, PartTree tree, string to, string reason, CancellationToken ct)
    {
        var document = part.Incoming;
        var handler = (await handlers.ForPartAsync(document.UnitId, part, ct)).FirstOrDefault(h => h.Key == to);
        var check = new Check()
            .That(handler is not null, "To", "Hãy chọn người nhận phần việc.")
            .That(
                handler is null || tree.OpenWork.All(p => PossibleHandler.KeyOf(p) != to),
                "To",
                $"{handler?.Name} đã có phần việc ở văn bản này; hãy chọn người khác."
            )
            .Filled(reason, "HandOverReason", "Hãy ghi lý do chuyển.")
            .AtMost(reason, MaxReason, "HandOverReason", "Lý do");
        if (!check.Ok)
            return Result<bool>.Fail(check.Problems);
        var now = time.UtcDateTime();
        var next = new Assignment
        {
            Id = Ids.New(),
            IncomingId = document.Id,
            FromId = part.FromId,
            Role = part.Role,
            ToUnitId = handler!.UnitId,
            ToAccountId = handler.AccountId,
            DueOn = part.DueOn,
            AssignedAt = now,
            AssignedBy = part.AssignedBy,
        };
        (part.State, part.EndedAt) = (AssignmentState.Ended, now);
        db.Add(next);
        foreach (var below in await db.Assignments.Where(a => a.IncomingId == document.Id && a.FromId == part.Id).ToListAsync(ct))
        {
            below.FromId = next.Id;
            // Questions of those below go to whom they now work for.
            below.AssignedBy = handler.AccountId ?? below.AssignedBy;
        }
        var text = $"{part.Holder} chuyển phần việc ({part.Role.Name().ToLowerInvariant()}) cho {handler.Name}. Lý do: {reason}";
        history.Record(document, EventKind.PassedOn, "documents.assignment.handed-over", text);
        await tell.HandleAsync(document, [(handler, part.Role)], part.DueOn, ct);
        if (part.AssignedBy != user.Required.AccountId)
            await notices.TellAsync(part.AssignedBy, $"{text}: {document.Subject}", $"/van-ban/den/{document.Id}", ct);
        return true;
    }
}
