using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using Microsoft.AspNetCore.Http;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Keeps a file that came with a form, before the transaction of the act: files are written outside of transactions.</summary>
internal sealed class KeepUpload(FileVault vault)
{
    /// <summary>Null inside the result when no file was chosen.</summary>
    public async Task<Result<UploadedFile?>> HandleAsync(IFormFile? form, string field, CancellationToken ct)
    {
        if (form is null)
            return Result.Of<UploadedFile?>(null);
        await using var stream = form.OpenReadStream();
        var kept = await vault.SaveAsync(stream, ct);
        return kept.Ok ? Result.Of<UploadedFile?>(new(kept.Value, form.FileName)) : Result<UploadedFile?>.Fail(kept.Problems.Select(p => p with { Field = field }));
    }
}
