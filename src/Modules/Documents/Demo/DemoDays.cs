using DoanKet.Kernel;
using DoanKet.Kernel.Calendar;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>Moments of office hours on the working days of the year before today.</summary>
internal sealed class DemoDays(WorkingDays calendar, TimeProvider time)
{
    /// <summary>Instants in ascending order.</summary>
    /// <param name="from">How many days ago the first may be.</param>
    /// <param name="to">How many days ago the last may be.</param>
    public async Task<IReadOnlyList<DateTime>> SpreadAsync(Random random, int count, int from, int to, CancellationToken ct)
    {
        List<DateOnly> days = [];
        for (var day = time.Today().AddDays(-from); day <= time.Today().AddDays(-to); day = day.AddDays(1))
            if (await calendar.IsWorkingAsync(day, ct))
                days.Add(day);
        var now = time.UtcDateTime();
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => Moment(random, days[(int)((long)i * days.Count / count)]))
                .Select(at => at < now ? at : now.AddMinutes(-1))
                .Order(),
        ];
    }

    /// <summary>Some hours or days later, but not in the future.</summary>
    public DateTime After(Random random, DateTime at, int maxHours)
    {
        var later = at.AddMinutes(random.Next(10, Math.Max(11, maxHours * 60)));
        var now = time.UtcDateTime();
        return later < now ? later : now.AddSeconds(-random.Next(1, 60));
    }

    private static DateTime Moment(Random random, DateOnly day) =>
        VietnamTime.StartOf(day).AddMinutes(random.Next(7 * 60 + 30, 16 * 60 + 45));
}
