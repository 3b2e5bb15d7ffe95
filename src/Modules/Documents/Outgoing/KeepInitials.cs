using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Lets a draft show its file with the initials of who approves it. Runs inside the caller's transaction.</summary>
internal sealed class KeepInitials(UnionDb db, MakeSignature make, ShowFiles show)
{
    /// <param name="initials">Null: it is approved without.</param>
    /// <returns>What the history says of them; empty without.</returns>
    public async Task<Result<string>> HandleAsync(OutgoingDocument document, MadeInFile? initials, CancellationToken ct)
    {
        if (initials is null)
            return Result.Of("");
        if ((await make.PaperAsync(document, ct)).Sha256 != initials.Sha256)
            return Result<string>.Fail(SignDocument.MovedOn);
        var (_, made) = initials;
        var file = await db.Set<StoredFile>().FirstAsync(f => f.Sha256 == made.SignedSha256, ct);
        await show.SignedAsync(document, new(file, made.SignedFileName), ct);
        return Result.Of($" ({made.Method})");
    }
}
