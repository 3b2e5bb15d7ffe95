using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Catalogues;

/// <summary>The books of the decree, when there are none yet.</summary>
internal sealed class SeedArrivalBooks(UnionDb db) : ISeed
{
    private const string Decree30 = "Nghị định 30/2020/NĐ-CP, điều 22 và phụ lục IV";

    /// <summary>On which the decree came into force.</summary>
    internal static readonly DateOnly Beginning = new(2020, 3, 5);

    public int Order => 20;

    public async Task HandleAsync(CancellationToken ct)
    {
        if (await db.Set<ArrivalBook>().AnyAsync(ct))
            return;
        db.AddRange(Book("", "Sổ đăng ký văn bản đến"), Book("DT", "Sổ đăng ký đơn, thư"));
        await db.SaveChangesAsync(ct);
    }

    private static ArrivalBook Book(string code, string name) =>
        new()
        {
            Id = Ids.New(),
            Code = code,
            Name = name,
            ValidFrom = Beginning,
            Source = Decree30,
        };
}
