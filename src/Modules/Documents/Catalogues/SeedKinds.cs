using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Catalogues;

/// <summary>The kinds of the decree and those that only arrive, when there are none yet.</summary>
internal sealed class SeedKinds(UnionDb db) : ISeed
{
    public int Order => 20;

    public async Task HandleAsync(CancellationToken ct)
    {
        if (await db.Set<KindEntry>().AnyAsync(ct))
            return;
        var ordinal = 0;
        db.AddRange(
            DocumentKind.All.Select(kind => new KindEntry
            {
                Id = Ids.New(),
                Code = kind.Code,
                Name = kind.Name,
                Abbreviation = kind.Abbreviation ?? "",
                IsDrafted = kind.Group == KindGroup.Administrative,
                Ordinal = ordinal += 10,
                ValidFrom = SeedArrivalBooks.Beginning,
                Source = kind.Article,
            })
        );
        await db.SaveChangesAsync(ct);
    }
}
