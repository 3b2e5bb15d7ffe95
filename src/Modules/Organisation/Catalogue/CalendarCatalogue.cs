using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>Holidays, and days worked in exchange.</summary>
internal sealed class CalendarCatalogue(UnionDb db, CatalogueMemory memory, TimeProvider time) : Catalogue<CalendarDay>(db, memory, time)
{
    /// <summary>Days that a holiday lasts at most; more is a slip of the year.</summary>
    private const int Longest = 31;

    public override string Slug => "lich";

    public override string Name => "Lịch làm việc";

    public override string Help =>
        "Thứ hai đến thứ sáu là ngày làm việc, trừ các ngày dưới đây (nghỉ, hoặc đi làm bù). Hạn xử lý văn bản tính theo lịch này. "
        + "Nhập mỗi năm theo thông báo.";

    protected override bool FirstDayIsKey => true;

    protected override IReadOnlyList<CatalogueField<CalendarDay>> Own { get; } =
    [
        CatalogueField<CalendarDay>.For(day => day.Name, "Tên ngày", CalendarDay.MaxName),
        CatalogueField<CalendarDay>.For(day => day.IsWorking, "Đi làm bù"),
    ];

    protected override Task CheckAsync(CalendarDay wished, Check check, CancellationToken ct)
    {
        wished.ValidTo ??= wished.ValidFrom;
        check.That(
            wished.ValidTo.Value.DayNumber - wished.ValidFrom.DayNumber < Longest,
            nameof(wished.ValidTo),
            $"Dài hơn {Longest} ngày; hãy xem lại năm."
        );
        return Task.CompletedTask;
    }

    protected override IOrderedEnumerable<CalendarDay> Sort(IEnumerable<CalendarDay> rows) => rows.OrderByDescending(day => day.ValidFrom);

    /// <summary>Deadlines were computed when they were given; nothing refers to a day.</summary>
    protected override Task<bool> IsUsedAsync(CalendarDay row, CancellationToken ct) => Task.FromResult(false);
}
