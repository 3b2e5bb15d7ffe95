using System.Globalization;
using DoanKet.Kernel;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Demo;

/// <summary>
/// The public holidays of Bộ luật Lao động 2019, điều 112, for the year before, this one and the next. The lunar ones come from the Chinese
/// calendar, which differs from the Vietnamese one in some years: they are marked to be checked against the yearly announcement.
/// </summary>
internal sealed class CalendarDemo(UnionDb db, TimeProvider time) : IDemoPart
{
    private const string ToCheck = " (kiểm tra theo thông báo hằng năm)";

    public int Order => 11;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var known = await db.Set<CalendarDay>().Select(d => d.ValidFrom).ToListAsync(ct);
        var year = time.Today().Year;
        var days = Enumerable.Range(year - 1, 3).SelectMany(Holidays).DistinctBy(d => d.Day).Where(d => !known.Contains(d.Day));
        db.AddRange(
            days.Select(d => new CalendarDay
            {
                ValidFrom = d.Day,
                ValidTo = d.Day,
                Name = d.Name,
                Source = "Bộ luật Lao động 2019, điều 112",
            })
        );
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<(DateOnly Day, string Name)> Holidays(int year)
    {
        yield return (new(year, 1, 1), "Tết Dương lịch");
        var newYear = Lunar(year, 1, 1);
        for (var i = -1; i <= 3; i++)
            yield return (newYear.AddDays(i), "Tết Âm lịch" + ToCheck);
        yield return (Lunar(year, 3, 10), "Giỗ Tổ Hùng Vương" + ToCheck);
        yield return (new(year, 4, 30), "Ngày Chiến thắng");
        yield return (new(year, 5, 1), "Ngày Quốc tế Lao động");
        yield return (new(year, 9, 2), "Quốc khánh");
        yield return (new(year, 9, 3), "Quốc khánh" + ToCheck);
    }

    private static DateOnly Lunar(int year, int month, int day)
    {
        var calendar = new ChineseLunisolarCalendar();
        var leap = calendar.GetLeapMonth(year);
        // The calendar counts a leap month as a month of its own.
        var index = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(calendar.ToDateTime(year, index, day, 0, 0, 0, 0));
    }
}
