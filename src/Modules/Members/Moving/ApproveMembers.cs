using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Moving;

/// <summary>The union above says which of the people entered below are members, or sends an entry back with a reason.</summary>
internal sealed class ApproveMembers(UnionDb db, Work work, AuditTrail audit, UserContext user, KeepFigures figures, TimeProvider time)
{
    /// <returns>How many were approved; those that somebody else approved meanwhile are passed over.</returns>
    public Task<Result<int>> HandleAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (ids.Count == 0)
                    return Result<int>.Fail("Hãy đánh dấu ít nhất một người.");
                var members = await db
                    .Members.VisibleTo(user.Required, Permissions.Approve)
                    .Where(m => ids.Contains(m.Id) && m.State == MemberState.AwaitingApproval)
                    .OrderBy(m => m.Id)
                    .ToListAsync(ct);
                foreach (var member in members)
                {
                    var before = MemberShare.Of(member);
                    member.State = MemberState.Active;
                    member.ReturnReason = "";
                    figures.Replace(before, member);
                    db.Add(
                        new MemberMovement
                        {
                            Id = Ids.New(),
                            MemberId = member.Id,
                            Kind = MovementKind.Approved,
                            UnitId = member.UnitId,
                            On = time.Today(),
                            RecordedAt = time.UtcDateTime(),
                            RecordedBy = user.Required.FullName,
                        }
                    );
                }
                await db.SaveChangesAsync(ct);
                await figures.SaveAsync(ct);
                if (members.Count > 0)
                    audit.Record("members.approved", null, $"Duyệt {members.Count} đoàn viên");
                return Result.Of(members.Count);
            },
            ct
        );

    public Task<Result> SendBackAsync(Guid id, string reason, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var member = await db.Members.VisibleTo(user.Required, Permissions.Approve).FirstOrDefaultAsync(m => m.Id == id, ct);
                if (member is null)
                    return Result.Refuse("Anh/chị không có quyền trả lại người này.");
                if (member.State != MemberState.AwaitingApproval)
                    return Result.Fail("Người này không còn chờ duyệt.");
                var check = new Check()
                    .Filled(reason, "Reason", "Hãy ghi lý do để công đoàn cơ sở biết sửa gì.")
                    .AtMost(reason, Member.MaxReason, "Reason", "Lý do");
                if (!check.Ok)
                    return check.AsResult();
                member.ReturnReason = reason.Trim();
                audit.Record("members.returned", id, $"Trả lại {member.FullName}: {member.ReturnReason}");
                return Result.Success;
            },
            ct
        );
}
