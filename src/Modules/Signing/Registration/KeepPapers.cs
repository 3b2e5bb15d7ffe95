using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using Microsoft.AspNetCore.Http;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>Keeps the papers of a registration before its transaction: files are written outside of transactions.</summary>
internal sealed class KeepPapers(FileVault vault)
{
    public async Task<Result<IReadOnlyList<GivenPaper>>> HandleAsync(IReadOnlyList<IFormFile> forms, CancellationToken ct)
    {
        List<GivenPaper> papers = [];
        // One more than is allowed is enough to be told so.
        foreach (var form in forms.Take(CertificateRegistration.MostPapers + 1))
        {
            await using var stream = form.OpenReadStream();
            var kept = await vault.SaveAsync(stream, ct);
            if (!kept.Ok)
                return Result<IReadOnlyList<GivenPaper>>.Fail(
                    kept.Problems.Select(p => p with { Field = "Papers", Message = $"{form.FileName}: {p.Message}" })
                );
            papers.Add(new(kept.Value, Path.GetFileName(form.FileName)));
        }
        return papers;
    }
}
