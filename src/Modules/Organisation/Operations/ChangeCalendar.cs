using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Operations;

internal sealed class CalendarInput
{
    public DateOnly? Day { get; set; }

    public string Name { get; set; } = "";

    public bool IsWorking { get; set; }
}

/// <summary>Enters and removes the days that differ from their week day.</summary>
internal sealed class ChangeCalendar(UnionDb db, Work work, AuditTrail audit, UserContext user)
{
    public Task<Result> SetAsync(CalendarInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var check = new Check()
                    .That(user.Required.CanEverywhere(Permissions.Operations), "", "Bạn không có quyền sửa lịch làm việc.")
                    .That(input.Day is not null, nameof(input.Day), "Hãy nhập ngày dạng dd/mm/yyyy.")
                    .Filled(input.Name, nameof(input.Name), "Hãy nhập tên ngày, ví dụ: Quốc khánh.")
                    .AtMost(input.Name, CalendarDay.MaxName, nameof(input.Name), "Tên ngày");
                if (!check.Ok)
                    return check.AsResult();
                var day = await db.Set<CalendarDay>().FirstOrDefaultAsync(d => d.Day == input.Day, ct);
                if (day is null)
                    db.Add(day = new CalendarDay { Day = input.Day!.Value, Name = "" });
                (day.Name, day.IsWorking) = (input.Name.Trim(), input.IsWorking);
                audit.Record(
                    "organisation.calendar.set",
                    null,
                    $"Lịch: {day.Day.Show()} {day.Name}, {(day.IsWorking ? "làm việc" : "nghỉ")}"
                );
                return Result.Success;
            },
            ct
        );

    public Task<Result> RemoveAsync(DateOnly day, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (!user.Required.CanEverywhere(Permissions.Operations))
                    return Result.Refuse("Bạn không có quyền sửa lịch làm việc.");
                await db.Set<CalendarDay>().Where(d => d.Day == day).ExecuteDeleteAsync(ct);
                audit.Record("organisation.calendar.removed", null, $"Lịch: bỏ {day.Show()}");
                return Result.Success;
            },
            ct
        );
}
