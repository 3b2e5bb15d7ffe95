using DoanKet.Kernel.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Calendar;

/// <summary>Days that differ from their week day: a holiday, or a Saturday worked in exchange; from the first to the last, entered each
/// year from the announcement.</summary>
public sealed class CalendarDay : IDatedRow
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 200;

    /// <summary>The first day; no two rows begin on the same one.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>The last day, never empty here.</summary>
    public DateOnly? ValidTo { get; set; }

    public bool IsWorking { get; set; }

    public string Name { get; set; } = "";

    public string Source { get; set; } = "";

    public IEnumerable<DateOnly> Days()
    {
        for (var day = ValidFrom; day <= (ValidTo ?? ValidFrom); day = day.AddDays(1))
            yield return day;
    }

    private sealed class Configuration : IEntityTypeConfiguration<CalendarDay>
    {
        public void Configure(EntityTypeBuilder<CalendarDay> day)
        {
            day.ToTable("kernel_calendar_days");
            day.HasKey(d => d.ValidFrom);
            day.Property(d => d.Name).HasMaxLength(MaxName);
            day.Property(d => d.Source).HasMaxLength(DatedRows.MaxSource);
        }
    }
}
