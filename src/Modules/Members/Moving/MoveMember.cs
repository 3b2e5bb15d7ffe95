using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Moving;

internal sealed class MovementInput
{
    public MovementKind? Kind { get; set; }

    public DateOnly? On { get; set; }

    public string DecisionNumber { get; set; } = "";

    public DateOnly? DecisionOn { get; set; }

    public string Signer { get; set; } = "";

    public string Reason { get; set; } = "";
}

/// <summary>Records that somebody pauses, comes back or leaves, with the decision.</summary>
internal sealed class MoveMember(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    KeepFigures figures,
    EndCard endCard,
    TimeProvider time
)
{
    public Task<Result> HandleAsync(Guid memberId, MovementInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Member>(db, memberId, ct);
                var member = await db
                    .Members.VisibleTo(user.Required, Permissions.Edit)
                    .Include(m => m.Unit)
                    .FirstOrDefaultAsync(m => m.Id == memberId, ct);
                if (member is null)
                    return Result.Refuse("Anh/chị không có quyền ghi biến động của đoàn viên này.");
                var check = Read(input, member);
                if (!check.Ok)
                    return check.AsResult();
                var before = MemberShare.Of(member);
                member.State = input.Kind!.Value.Leads();
                figures.Replace(before, member);
                await figures.SaveAsync(ct);
                if (member.State == MemberState.Left)
                    await endCard.OfAsync(member, ct);
                db.Add(
                    new MemberMovement
                    {
                        Id = Ids.New(),
                        MemberId = memberId,
                        Kind = input.Kind.Value,
                        UnitId = member.UnitId,
                        On = input.On!.Value,
                        DecisionNumber = input.DecisionNumber.Trim(),
                        DecisionOn = input.DecisionOn,
                        Signer = input.Signer.Trim(),
                        Reason = input.Reason.Trim(),
                        RecordedAt = time.UtcDateTime(),
                        RecordedBy = user.Required.FullName,
                    }
                );
                audit.Record("members.moved", memberId, $"{input.Kind.Value.Name()}: {member.FullName}, {member.Unit.Name}");
                return Result.Success;
            },
            ct
        );

    private Check Read(MovementInput input, Member member) =>
        new Check()
            .That(input.Kind is not null, nameof(input.Kind), "Hãy chọn biến động.")
            .That(
                input.Kind is null || member.State.Possible().Contains(input.Kind.Value),
                nameof(input.Kind),
                $"{member.FullName} {member.State.Name().ToLowerInvariant()}, nên không ghi được biến động này."
            )
            .That(input.On is not null, nameof(input.On), "Hãy ghi ngày có hiệu lực.")
            .That(
                input.On is null || input.On <= time.Today().AddDays(60),
                nameof(input.On),
                "Ngày có hiệu lực xa quá hai tháng; hãy xem lại."
            )
            .That(input.On is null || input.On.Value.Year >= 1946, nameof(input.On), "Hãy xem lại năm.")
            .AtMost(input.DecisionNumber, MemberMovement.MaxDecision, nameof(input.DecisionNumber), "Số quyết định")
            .AtMost(input.Signer, MemberMovement.MaxName, nameof(input.Signer), "Người ký")
            .AtMost(input.Reason, MemberMovement.MaxReason, nameof(input.Reason), "Lý do");
}
