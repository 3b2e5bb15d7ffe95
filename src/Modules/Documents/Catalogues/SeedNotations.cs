using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Catalogues;

/// <summary>The two ways of the decree, when there are none yet.</summary>
internal sealed class SeedNotations(UnionDb db) : ISeed
{
    private const string Decree30 = "Nghị định 30/2020/NĐ-CP, phụ lục I, phần II, mục 3";

    public int Order => 20;

    public async Task HandleAsync(CancellationToken ct)
    {
        if (await db.Set<NotationRule>().AnyAsync(ct))
            return;
        db.AddRange(Rule("", Notations.Usual), Rule(DocumentKind.OfficialLetter, Notations.OfLetters));
        await db.SaveChangesAsync(ct);
    }

    private static NotationRule Rule(string kind, string pattern) =>
        new()
        {
            Id = Ids.New(),
            KindCode = kind,
            Pattern = pattern,
            ValidFrom = SeedArrivalBooks.Beginning,
            Source = Decree30,
        };
}
