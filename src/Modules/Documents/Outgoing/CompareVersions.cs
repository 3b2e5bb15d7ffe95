using DoanKet.DocumentReading;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Two versions of a draft beside each other. Without <see cref="Changes"/>, <see cref="WhyNot"/> says why.</summary>
/// <param name="AddedAnnexes">Names of files beside the text that the newer one has and the older one has not.</param>
/// <param name="RemovedAnnexes">The other way round.</param>
internal sealed record VersionComparison(
    OutgoingDocument Document,
    IReadOnlyList<DraftVersion> Versions,
    DraftVersion Older,
    DraftVersion Newer,
    IReadOnlyList<ComparedText>? Changes,
    string WhyNot,
    IReadOnlyList<string> AddedAnnexes,
    IReadOnlyList<string> RemovedAnnexes
);

/// <summary>Compares the text of two versions of a draft for those who may see its versions.</summary>
internal sealed class CompareVersions(UnionDb db, UserContext user, ReadFile read)
{
    /// <param name="older">Number of a version; null for the one before the newer one.</param>
    /// <param name="newer">Null for the latest.</param>
    /// <returns>Null when there is no such document, or it has not two such versions.</returns>
    public async Task<VersionComparison?> HandleAsync(Guid id, int? older, int? newer, CancellationToken ct)
    {
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .WithVisibleVersions(user.Required)
            .FirstOrDefaultAsync(d => d.Id == id, ct);
        var versions = await db
            .Drafts.AsNoTracking()
            .Include(v => v.Annexes)
            .Where(v => v.OutgoingId == id)
            .OrderBy(v => v.Number)
            .ToListAsync(ct);
        var last = newer ?? versions.LastOrDefault()?.Number;
        var first = older ?? last - 1;
        if (
            document is null
            || versions.FirstOrDefault(v => v.Number == Math.Min(first ?? 0, last ?? 0)) is not { } before
            || versions.FirstOrDefault(v => v.Number == Math.Max(first ?? 0, last ?? 0)) is not { } after
        )
            return null;
        var (changes, whyNot) = await CompareAsync(before, after, ct);
        return new(document, versions, before, after, changes, whyNot, NewIn(after, before), NewIn(before, after));
    }

    private static IReadOnlyList<string> NewIn(DraftVersion version, DraftVersion other) =>
        [
            .. version
                .Annexes.Where(annex => other.Annexes.All(a => a.Sha256 != annex.Sha256))
                .OrderBy(annex => annex.Ordinal)
                .Select(annex => annex.FileName),
        ];

    private async Task<(IReadOnlyList<ComparedText>? Changes, string WhyNot)> CompareAsync(
        DraftVersion before,
        DraftVersion after,
        CancellationToken ct
    )
    {
        List<string> texts = [];
        foreach (var version in new[] { before, after })
        {
            var text = await read.HandleAsync(version.Sha256, ct);
            if (text.Status != nameof(ReadStatus.Read))
                return (null, $"Không đọc được chữ trong phiên bản {version.Number} ({version.FileName}). Hãy mở hai tệp để so bằng mắt.");
            texts.Add(text.Text);
        }
        return TextComparison.Compare(texts[0], texts[1]) is { } changes
            ? (changes, "")
            : (null, $"Văn bản dài quá {TextComparison.MostWords} từ nên không so được. Hãy mở hai tệp để so bằng mắt.");
    }
}
