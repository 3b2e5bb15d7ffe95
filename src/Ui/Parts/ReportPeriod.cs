using DoanKet.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace DoanKet.Ui.Parts;

/// <summary>The days of which a report speaks, both counted, as they stand in the address; without them the present year.</summary>
public sealed class ReportPeriod
{
    [FromQuery(Name = "tu-ngay")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "den-ngay")]
    public DateOnly? To { get; set; }

    public (DateOnly From, DateOnly To) Days(DateOnly today)
    {
        var from = From ?? new(Math.Min(today.Year, To?.Year ?? today.Year), 1, 1);
        return (from, To ?? new(Math.Max(from.Year, today.Year), 12, 31));
    }

    /// <summary>What people ask for most, with the days of each.</summary>
    public static IReadOnlyList<(string Name, DateOnly From, DateOnly To)> Usual(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return
        [
            ("Tháng này", month, month.AddMonths(1).AddDays(-1)),
            ("Tháng trước", month.AddMonths(-1), month.AddDays(-1)),
            ("Quý này", quarter, quarter.AddMonths(3).AddDays(-1)),
            ("Năm nay", year, year.AddYears(1).AddDays(-1)),
            ("Năm trước", year.AddYears(-1), year.AddDays(-1)),
        ];
    }

    public static string Describe(DateOnly from, DateOnly to) => $"từ ngày {from.Show()} đến ngày {to.Show()}";
}
