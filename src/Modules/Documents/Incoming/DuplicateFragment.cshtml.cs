using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>The warning while the clerk types; a fragment with an address of its own.</summary>
[Requires(Permissions.RegisterCode)]
internal sealed class DuplicateFragmentModel(ActingOffice office, UserContext user, FindDuplicates duplicates) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public RegisterInput Input { get; set; } = new();

    public IReadOnlyList<Duplicate> Duplicates { get; private set; } = [];

    public async Task OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (await office.FindAsync(ct) is { } unit && user.Required.Can(Permissions.Register, unit.Id, unit.Path))
            Duplicates = await duplicates.HandleAsync(unit.Id, id, Input.NumberText, Input.Issuer, ct);
    }
}
