using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DoanKet.Modules.Documents.Incoming;

[Uploads]
[Requires(Permissions.RegisterCode)]
internal sealed class FilesModel(UnionDb db, UserContext user, ChangeIncomingFiles change, FileVault vault) : EntryModel(db, user)
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public long MaxMegabytes => vault.MaxBytes / 1024 / 1024;

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(
            id,
            await change.AddAsync(id, [.. Files.Select(f => new GivenFile(f.FileName, f.OpenReadStream))], ct),
            "Đã thêm tệp.",
            ct,
            goOn: $"/van-ban/den/{id}/tep-kem"
        );

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int ordinal, CancellationToken ct) =>
        await AnswerAsync(id, await change.RemoveAsync(id, ordinal, Reason, ct), "Đã bỏ tệp.", ct, goOn: $"/van-ban/den/{id}/tep-kem");
}
