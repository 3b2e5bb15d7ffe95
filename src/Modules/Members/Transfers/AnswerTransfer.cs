using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Transfers;

/// <summary>The other side agrees or refuses; the side that asked may take it back before.</summary>
internal sealed class AnswerTransfer(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    ChangeUnion change,
    TellSide tell,
    TimeProvider time
)
{
    public Task<Result> AgreeAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(
            id,
            TransferState.Agreed,
            "",
            async transfer =>
            {
                var member = transfer.Member;
                if (member.UnitId != transfer.FromUnitId || member.State is not (MemberState.Active or MemberState.Paused))
                    return Result.Fail($"{member.FullName} không còn sinh hoạt ở {transfer.FromUnit.Name}; hãy trả lời không đồng ý.");
                if (!transfer.ToUnit.LivesOn(time.Today()))
                    return Result.Fail($"{transfer.ToUnit.Name} đã kết thúc hoạt động.");
                UnionChange decided = new(transfer.ToUnit, MovementKind.Transferred, transfer.On, transfer.DecisionNumber, transfer.Reason);
                await change.OneAsync(member, decided, ct);
                return Result.Success;
            },
            ct
        );

    public Task<Result> RefuseAsync(Guid id, string reason, CancellationToken ct) =>
        AnswerAsync(
            id,
            TransferState.Refused,
            reason.Trim(),
            _ =>
                Task.FromResult(
                    new Check()
                        .Filled(reason, "Reason", "Hãy ghi lý do để công đoàn kia biết.")
                        .AtMost(reason, MemberTransfer.MaxReason, "Reason", "Lý do")
                        .AsResult()
                ),
            ct
        );

    public Task<Result> CancelAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, TransferState.Cancelled, "", _ => Task.FromResult(Result.Success), ct);

    private Task<Result> AnswerAsync(
        Guid id,
        TransferState answer,
        string reason,
        Func<MemberTransfer, Task<Result>> act,
        CancellationToken ct
    ) =>
        work.RunAsync(
            async () =>
            {
                var memberId = await db.Transfers.Where(t => t.Id == id).Select(t => t.MemberId).FirstOrDefaultAsync(ct);
                await db.Dialect.LockRowAsync<Member>(db, memberId, ct);
                var transfer = await db
                    .Transfers.Include(t => t.Member)
                    .Include(t => t.FromUnit)
                    .Include(t => t.ToUnit)
                    .FirstOrDefaultAsync(t => t.Id == id, ct);
                if (transfer is null || !MayAnswer(transfer, answer))
                    return Result.Refuse("Anh/chị không có quyền trả lời đề nghị này.");
                if (transfer.State != TransferState.Asked)
                    return Result.Fail("Đề nghị này đã được trả lời.");
                var done = await act(transfer);
                if (!done.Ok)
                    return done;
                (transfer.State, transfer.AnswerReason) = (answer, reason);
                (transfer.AnsweredAt, transfer.AnsweredBy) = (time.UtcDateTime(), user.Required.FullName);
                audit.Record("members.transfer.answered", memberId, $"Chuyển sinh hoạt của {transfer.Member.FullName}: {answer.Name()}");
                await tell.OfAnswerAsync(transfer, answer.Name().ToLowerInvariant(), ct);
                return Result.Success;
            },
            ct
        );

    private bool MayAnswer(MemberTransfer transfer, TransferState answer)
    {
        var (asking, answering) = transfer.IsFromHome ? (transfer.FromUnit, transfer.ToUnit) : (transfer.ToUnit, transfer.FromUnit);
        return user.Required.Can(Permissions.Edit, answer == TransferState.Cancelled ? asking : answering);
    }
}
