using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What a document replaces or corrects, and by what it is replaced or corrected.</summary>
internal static class AmendmentLinks
{
    private const int Most = 20;

    /// <returns>What is said of the other document, its id, its number.</returns>
    public static async Task<IReadOnlyList<(string Label, Guid Id, string Number)>> OfAsync(
        UnionDb db,
        CurrentUser person,
        OutgoingDocument document,
        CancellationToken ct
    )
    {
        var others = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(person)
            .Where(d => d.Id == document.AmendsId || d.AmendsId == document.Id)
            .OrderBy(d => d.CreatedAt)
            .Take(Most)
            .Select(d => new
            {
                d.Id,
                d.NumberText,
                d.Amendment,
            })
            .ToListAsync(ct);
        return
        [
            .. others.Select(d =>
                (
                    d.Id == document.AmendsId
                        ? $"{document.Amendment?.Name()} văn bản"
                        : $"Được {d.Amendment?.Name().ToLowerInvariant()} bằng",
                    d.Id,
                    d.NumberText.Length > 0 ? d.NumberText : "dự thảo"
                )
            ),
        ];
    }
}
