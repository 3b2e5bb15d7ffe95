using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>How outgoing numbers are counted and written (điều 15; phụ lục I, II.3).</summary>
internal static class NextNumber
{
    /// <summary>One sequence per office, book and year, beginning at 1 on 1 January.</summary>
    public static string Sequence(OutgoingDocument document, int year) => Sequence(document.UnitId, document.BookCode, year);

    public static string Sequence(Guid unitId, string bookCode, int year) => $"out:{unitId:N}:{bookCode}:{year}";

    /// <summary>What the next number would be now; it is taken only at issue.</summary>
    public static async Task<int> PeekAsync(this UnionDb db, OutgoingDocument document, int year, CancellationToken ct)
    {
        var sequence = Sequence(document, year);
        return 1 + await db.Set<Counter>().AsNoTracking().Where(c => c.Key == sequence).Select(c => c.Value).FirstOrDefaultAsync(ct);
    }
}
