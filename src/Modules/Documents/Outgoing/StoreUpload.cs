using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using Microsoft.AspNetCore.Http;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Keeps a file that came with a form, before the transaction of the act: files are written outside of transactions.</summary>
internal sealed class StoreUpload(FileVault vault, ReadFile read, ReadBeside beside)
{
    /// <summary>Null inside the result when no file was chosen.</summary>
    public async Task<Result<UploadedFile?>> HandleAsync(IFormFile? form, string field, CancellationToken ct)
    {
        if (form is null)
            return Result.Of<UploadedFile?>(null);
        await using var stream = form.OpenReadStream();
        var kept = await vault.SaveAsync(stream, ct);
        if (!kept.Ok)
            return Result<UploadedFile?>.Fail(kept.Problems.Select(p => p with { Field = field }));
        // Its words are found and its pages shown as soon as the document is; when many come at once, a job reads it a little later.
        await beside.WaitAsync(() => read.HandleAsync(kept.Value.Sha256, CancellationToken.None), ct);
        return Result.Of<UploadedFile?>(new(kept.Value, form.FileName));
    }
}
