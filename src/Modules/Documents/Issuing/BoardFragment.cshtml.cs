using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>The part of the board that changes, at its own address, so that going back never shows half a page.</summary>
[Requires(Permissions.FollowCode)]
[ResponseCache(NoStore = true)]
internal sealed class BoardFragmentModel(ReadBoard read) : PageModel
{
    public BoardView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, BoardFilter filter, CancellationToken ct)
    {
        if (await read.HandleAsync(id, filter, ct) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
