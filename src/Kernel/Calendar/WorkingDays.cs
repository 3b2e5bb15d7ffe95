using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Calendar;

/// <summary>Counts working days: Monday to Friday but for the exceptions in the calendar.</summary>
public sealed class WorkingDays(UnionDb db)
{
    private Dictionary<DateOnly, bool>? _exceptions;

    public async Task<bool> IsWorkingAsync(DateOnly day, CancellationToken ct)
    {
        _exceptions ??= (await db.Set<CalendarDay>().AsNoTracking().ToListAsync(ct))
            // Of two that overlap the later one was meant more exactly: a Saturday worked in a long holiday.
            .OrderByDescending(d => d.ValidFrom)
            .SelectMany(d => d.Days().Select(exception => (Day: exception, d.IsWorking)))
            .DistinctBy(exception => exception.Day)
            .ToDictionary(exception => exception.Day, exception => exception.IsWorking);
        return _exceptions.TryGetValue(day, out var working) ? working : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>The day <paramref name="count"/> working days after <paramref name="from"/>; the day itself does not count.</summary>
    public async Task<DateOnly> AddAsync(DateOnly from, int count, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1000);
        var day = from;
        for (var left = count; left > 0; )
        {
            day = day.AddDays(1);
            if (await IsWorkingAsync(day, ct))
                left--;
        }
        return day;
    }

    /// <summary>Working days from <paramref name="from"/> (not counted) to <paramref name="to"/> (counted); negative when it is
    /// past.</summary>
    public async Task<int> BetweenAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (to < from)
            return -await BetweenAsync(to, from, ct);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (await IsWorkingAsync(day, ct))
                count++;
        return count;
    }
}
