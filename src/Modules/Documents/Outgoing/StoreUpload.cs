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

    /// <summary>Of a field of many files; what is wrong with one is said of all.</summary>
    public async Task<Result<IReadOnlyList<UploadedFile>>> HandleManyAsync(
        IReadOnlyList<IFormFile> forms,
        int most,
        string field,
        CancellationToken ct
    )
    {
        if (forms.Count > most)
            return Result<IReadOnlyList<UploadedFile>>.Fail($"Nhiều nhất {most} tệp một lần.", field);
        List<UploadedFile> files = [];
        List<Problem> problems = [];
        foreach (var form in forms)
        {
            var kept = await HandleAsync(form, field, ct);
            if (kept.Ok)
                files.Add(kept.Value!);
            else
                problems.AddRange(kept.Problems.Select(p => p with { Message = $"{form.FileName}: {p.Message}" }));
        }
        return problems.Count > 0 ? Result<IReadOnlyList<UploadedFile>>.Fail(problems) : Result.Of<IReadOnlyList<UploadedFile>>(files);
    }
}
