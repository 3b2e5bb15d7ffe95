using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Progress;

/// <summary>Twice a month tells the units whose day is near, or has passed lately, how far they are.</summary>
internal sealed class RemindBehind(UnionDb db, RemindUnits remind, TimeProvider time) : IJobHandler
{
    public const string Name = "members.remind",
        Title = "Nhắc các đơn vị còn thiếu đoàn viên phải nhập",
        Schedule = "30 7 1,15 * *";

    private const int DaysBefore = 60,
        DaysAfter = 180,
        DaysBetween = 13;

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var today = time.Today();
        var (first, last, told) = (today.AddDays(-DaysAfter), today.AddDays(DaysBefore), today.AddDays(-DaysBetween));
        bool IsNear(MemberTarget target) => target.DueOn >= first && target.DueOn <= last;
        var dated = db.Set<MemberTarget>().Where(t => t.DueOn >= first && t.DueOn <= last);
        var above = await db
            .Units.AsNoTracking()
            .Where(unit => db.Units.Any(below => below.ParentId == unit.Id && dated.Any(t => t.UnitId == below.Id)))
            .OrderBy(unit => unit.Path)
            .ToListAsync(ct);
        foreach (var unit in above)
            await remind.TellAsync(
                unit,
                row => row.Percent < 100 && IsNear(row.Set!) && (row.Set!.RemindedOn is not { } day || day <= told),
                isAsked: false,
                ct
            );
    }
}
