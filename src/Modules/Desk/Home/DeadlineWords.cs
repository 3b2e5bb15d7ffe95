using DoanKet.Kernel;
using DoanKet.Kernel.Calendar;

namespace DoanKet.Modules.Desk.Home;

/// <summary>Says in words how a day lies to today: deadlines are counted in working days, as the directive sets them.</summary>
internal sealed class DeadlineWords(WorkingDays days, TimeProvider time)
{
    public async Task<string> OfAsync(DateOnly due, CancellationToken ct)
    {
        var today = time.Today();
        if (due == today)
            return "Hạn hôm nay";
        // Over a weekend no working day has gone by, and yet the day is past.
        return await days.BetweenAsync(today, due, ct) switch
        {
            0 => due < today ? $"Quá hạn từ {due.Show()}" : "Hạn vào ngày nghỉ tới",
            < 0 and var late => $"Quá hạn {-late} ngày làm việc",
            var left => $"Còn {left} ngày làm việc",
        };
    }

    public string Since(DateTime instant)
    {
        var day = VietnamTime.DateOf(instant);
        return (time.Today().DayNumber - day.DayNumber) switch
        {
            0 => "hôm nay, " + VietnamTime.Local(instant).ToString("HH:mm"),
            1 => "hôm qua",
            _ => day.Show(),
        };
    }
}
