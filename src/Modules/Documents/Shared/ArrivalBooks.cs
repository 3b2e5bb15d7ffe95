using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>The incoming books, from the catalogue.</summary>
internal sealed class ArrivalBooks(UnionDb db, CatalogueMemory memory, TimeProvider time)
{
    /// <summary>Those that documents are entered into today, the common one first.</summary>
    public IReadOnlyList<ArrivalBook> All =>
        [.. Rows.Where(book => book.HoldsOn(time.Today())).OrderBy(book => book.Code, StringComparer.Ordinal)];

    /// <summary>Those of every time, each under its latest name: a book that ended is still read and printed.</summary>
    public IReadOnlyList<ArrivalBook> Ever =>
        [
            .. Rows.GroupBy(book => book.Code)
                .Select(same => same.MaxBy(book => book.ValidFrom)!)
                .OrderBy(book => book.Code, StringComparer.Ordinal),
        ];

    public bool Has(string code) => All.Any(book => book.Code == code);

    /// <summary>As it was called in a year: a printed page never changes.</summary>
    public string Name(string code, int year) =>
        Rows.Where(book => book.Code == code)
            .OrderByDescending(book => book.ValidFrom.Year <= year)
            .ThenByDescending(book => book.ValidFrom)
            .FirstOrDefault()
            ?.Name
        ?? code;

    /// <summary>Key of the counter from which số đến is taken.</summary>
    public static string Sequence(Guid unitId, string code, int year) => $"in:{unitId:N}:{code}:{year}";

    private IReadOnlyList<ArrivalBook> Rows => memory.Rows<ArrivalBook>(db);
}
