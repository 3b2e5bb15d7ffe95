using DoanKet.Contracts.Organisation;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Transfers;

internal sealed class MoveAllInput
{
    public string FromCode { get; set; } = "";

    public string ToCode { get; set; } = "";

    public DateOnly? On { get; set; }

    public string DecisionNumber { get; set; } = "";
}

/// <summary>Moves all members of a union at once: by decision of the union above, or because their union closed.</summary>
internal sealed class MergeUnions(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    ChangeUnion change,
    Notices notices,
    TimeProvider time
) : IEventHandler<UnitClosed>
{
    /// <returns>How many went over.</returns>
    public Task<Result<int>> HandleAsync(MoveAllInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var from = await UnitAsync(input.FromCode, ct);
                var to = await UnitAsync(input.ToCode, ct);
                var check = new Check()
                    .That(from is not null, nameof(input.FromCode), "Không có công đoàn nào mã này; xem mã ở trang Đơn vị.")
                    .That(to is not null, nameof(input.ToCode), "Không có công đoàn nào mã này; xem mã ở trang Đơn vị.")
                    .That(from is null || from.Id != to?.Id, nameof(input.ToCode), "Hai công đoàn phải khác nhau.")
                    .That(to is null || to.LivesOn(time.Today()), nameof(input.ToCode), "Công đoàn nhận đã kết thúc hoạt động.")
                    .That(to is null || !await HasUnionsBelowAsync(to, ct), nameof(input.ToCode), "Hãy ghi mã của một công đoàn cơ sở.")
                    .That(input.On is not null && input.On <= time.Today(), nameof(input.On), "Hãy ghi ngày, không sau hôm nay.")
                    .Filled(input.DecisionNumber, nameof(input.DecisionNumber), "Hãy ghi số quyết định.")
                    .AtMost(input.DecisionNumber, MemberMovement.MaxDecision, nameof(input.DecisionNumber), "Số quyết định");
                if (!check.Ok || from is null || to is null)
                    return Result<int>.Fail(check.Problems);
                if (!user.Required.Can(Permissions.Approve, from) || !user.Required.Can(Permissions.Approve, to))
                    return Result<int>.Refuse("Anh/chị không có quyền với cả hai công đoàn này.");
                UnionChange decided = new(to, MovementKind.Merged, input.On!.Value, input.DecisionNumber.Trim(), $"Từ {from.Name}");
                var moved = await change.AllAsync(from.Id, decided, ct);
                audit.Record(
                    "members.merged",
                    from.Id,
                    $"Chuyển {moved} đoàn viên của {from.Name} đến {to.Name}, {input.DecisionNumber.Trim()}"
                );
                return Result.Of(moved);
            },
            ct
        );

    /// <summary>With a successor among the grassroots the members go there; else those above are told whom nobody has taken in.</summary>
    public async Task HandleAsync(UnitClosed happened, CancellationToken ct)
    {
        var count = await db.Members.CountAsync(m => m.UnitId == happened.UnitId && m.State != MemberState.Left, ct);
        if (count == 0)
            return;
        var closed = await db.Units.FirstAsync(u => u.Id == happened.UnitId, ct);
        var heir = await db.Units.FirstAsync(u => u.Id == happened.HeirId, ct);
        if (await HasUnionsBelowAsync(heir, ct))
        {
            await notices.TellPostsAsync(
                [heir.Id],
                [Roles.Organiser],
                $"{closed.Name} đã kết thúc hoạt động, còn {count} đoàn viên chưa có công đoàn nhận",
                "/doan-vien/chuyen-ca-don-vi",
                ct
            );
            return;
        }
        UnionChange decided = new(heir, MovementKind.Merged, happened.LastDay.AddDays(1), "", $"{closed.Name} kết thúc hoạt động");
        var moved = await change.AllAsync(closed.Id, decided, ct);
        audit.Record("members.merged", closed.Id, $"{closed.Name} kết thúc hoạt động: chuyển {moved} đoàn viên đến {heir.Name}");
    }

    private Task<Unit?> UnitAsync(string code, CancellationToken ct) =>
        db.Units.Where(u => !u.Kind.IsPartOfParent).FirstOrDefaultAsync(u => u.Code == code.Trim(), ct);

    private Task<bool> HasUnionsBelowAsync(Unit unit, CancellationToken ct) =>
        db.Units.Living(time.Today()).AnyAsync(u => u.ParentId == unit.Id && !u.Kind.IsPartOfParent, ct);
}
