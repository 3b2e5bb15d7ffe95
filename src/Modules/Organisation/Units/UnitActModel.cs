using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>A page with one form that does one thing with one unit: renames it, moves it, closes it.</summary>
internal abstract class UnitActModel<TInput>(UnionDb db, UserContext user) : PageModel
    where TInput : new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    public Guid Id { get; private set; }

    public string UnitName { get; private set; } = "";

    /// <summary>What the person reads when it is done.</summary>
    protected abstract string Done { get; }

    protected abstract Task<Result> ActAsync(Guid id, CancellationToken ct);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        // What is no day stands in ModelState; taken for empty it would become today.
        if (!ModelState.IsValid)
            return await RefuseAsync(id, Result.Success, ct);
        var result = await ActAsync(id, ct);
        if (!result.Ok)
            return await RefuseAsync(id, result, ct);
        TempData["flash"] = Done;
        return Redirect($"/don-vi/{id}");
    }

    private async Task<IActionResult> RefuseAsync(Guid id, Result result, CancellationToken ct) =>
        await ShowAsync(id, ct) is NotFoundResult missing ? missing : this.Invalid(result, nameof(Input));

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        var name = await db
            .Units.ReachedBy(user.Required, Permissions.EditUnits)
            .Where(u => u.Id == id)
            .Select(u => u.Name)
            .FirstOrDefaultAsync(ct);
        (Id, UnitName) = (id, name ?? "");
        return name is null ? NotFound() : Page();
    }
}
