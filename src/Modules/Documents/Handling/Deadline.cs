using DoanKet.Kernel;
using DoanKet.Kernel.Calendar;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Deadlines as leaders give them: in working days.</summary>
internal static class Deadline
{
    private static readonly int[] DayChoices = [1, 3, 5, 7, 10, 15];

    public static async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(WorkingDays days, DateOnly today, CancellationToken ct)
    {
        List<SelectListItem> choices = [];
        foreach (var count in DayChoices)
            choices.Add(new($"{count} ngày làm việc ({(await days.AddAsync(today, count, ct)).Show()})", count.ToString()));
        return choices;
    }
}
