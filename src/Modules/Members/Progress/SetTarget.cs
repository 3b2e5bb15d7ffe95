using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Progress;

/// <summary>Says how many members a unit has to enter from today on; earlier targets stay.</summary>
internal sealed class SetTarget(UnionDb db, Work work, AuditTrail audit, UserContext user, TimeProvider time)
{
    public Task<Result> HandleAsync(Guid unitId, int? count, DateOnly? dueOn, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, ct);
                if (unit is null || !user.Required.Can(Permissions.Approve, unit))
                    return Result.Refuse("Anh/chị không có quyền đặt chỉ tiêu cho đơn vị này.");
                if (count is not (> 0 and <= MemberTarget.Most))
                    return Result.Fail("Hãy ghi số đoàn viên phải nhập, ví dụ: 1250.", "Count");
                var today = time.Today();
                if (dueOn < today)
                    return Result.Fail("Hạn phải từ hôm nay trở đi.", "DueOn");
                var target = await db.Set<MemberTarget>().FirstOrDefaultAsync(t => t.UnitId == unitId && t.ValidFrom == today, ct);
                if (target is null)
                    db.Add(
                        target = new()
                        {
                            Id = Ids.New(),
                            UnitId = unitId,
                            ValidFrom = today,
                        }
                    );
                (target.Count, target.DueOn) = (count.Value, dueOn);
                var until = dueOn is { } day ? $", hạn {day.Show()}" : "";
                audit.Record("members.target.set", unitId, $"Chỉ tiêu của {unit.Name}: {Figures.Show(count.Value)} đoàn viên{until}");
                return Result.Success;
            },
            ct
        );
}
