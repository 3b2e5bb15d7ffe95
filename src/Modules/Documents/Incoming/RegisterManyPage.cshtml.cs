using DoanKet.Kernel.Access;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Incoming;

[Requires(Permissions.RegisterCode)]
internal sealed class RegisterManyPageModel(WaitingPapers waiting, RegisterMany register, ActingOffice office, UserContext user) : PageModel
{
    /// <summary>The ticked papers.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<WaitingPaper> Papers { get; private set; } = [];

    public int Ready => Papers.Count(p => p.Hindrance is null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await UnitAsync(ct) is not { } unit)
            return NotFound();
        Papers = await waiting.ReadAsync(unit, null, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await UnitAsync(ct) is not { } unit)
            return NotFound();
        if (Chosen.Count == 0)
        {
            Papers = await waiting.ReadAsync(unit, null, ct);
            return this.Invalid(Result.Fail("Hãy đánh dấu ít nhất một văn bản.", nameof(Chosen)));
        }
        var numbers = await register.HandleAsync(unit, Chosen.Distinct().ToList(), ct);
        if (numbers.Count > 0)
            TempData["flash"] = $"Đã vào sổ {numbers.Count} văn bản, số đến {Range(numbers)}";
        var left = Chosen.Distinct().Count() - numbers.Count;
        if (left > 0)
            TempData["flash-warning"] = $"{left} văn bản đã chọn chưa vào sổ: xem lý do ở từng dòng, hoặc người khác vừa vào sổ.";
        return Redirect("/van-ban/den/vao-so-nhieu");
    }

    private async Task<Guid?> UnitAsync(CancellationToken ct) =>
        await office.FindAsync(ct) is { } unit && user.Required.Can(Permissions.Register, unit.Id, unit.Path) ? unit.Id : null;

    private static string Range(IReadOnlyList<int> numbers) =>
        numbers.Count == 1 ? $"{numbers[0]}"
        : numbers[^1] - numbers[0] == numbers.Count - 1 ? $"{numbers[0]} đến {numbers[^1]}"
        : string.Join(", ", numbers);
}
