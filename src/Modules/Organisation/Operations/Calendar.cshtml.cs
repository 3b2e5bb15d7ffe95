using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Operations;

[Requires(Permissions.OperationsCode, Everywhere = true)]
internal sealed class CalendarModel(UnionDb db, ChangeCalendar change, TimeProvider time) : PageModel
{
    [FromQuery(Name = "nam")]
    public int? Year { get; set; }

    [BindProperty]
    public CalendarInput Input { get; set; } = new();

    public int ShownYear => Math.Clamp(Year ?? time.Today().Year, 2000, 2100);

    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (from, to) = (new DateOnly(ShownYear, 1, 1), new DateOnly(ShownYear, 12, 31));
        Days = await db.Set<CalendarDay>().AsNoTracking().Where(d => d.Day >= from && d.Day <= to).OrderBy(d => d.Day).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(await change.SetAsync(Input, ct), ct);

    public async Task<IActionResult> OnPostRemoveAsync(DateOnly day, CancellationToken ct) =>
        await AnswerAsync(await change.RemoveAsync(day, ct), ct);

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.Ok)
            return Redirect($"/he-thong/lich?nam={Input.Day?.Year ?? ShownYear}");
        await OnGetAsync(ct);
        return this.Invalid(result, nameof(Input));
    }
}
