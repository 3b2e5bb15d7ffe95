using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace DoanKet.Modules.Documents.Incoming;

[Requires(Permissions.RegisterCode)]
internal sealed class CancelModel(UnionDb db, UserContext user, CancelIncoming cancel) : EntryModel(db, user)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await cancel.HandleAsync(id, Reason, ct), "Đã hủy.", ct);
}
