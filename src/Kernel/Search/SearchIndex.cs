using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.VietnameseText;

namespace DoanKet.Kernel.Search;

/// <summary>
/// One full-text index of folded words (no tone marks). A text belongs to one or more units, whose tokens stand among its words:
/// a search inside a unit meets the unit's short list first, however common the words. A document sent to 2,911 units is one text.
/// </summary>
public sealed class SearchIndex(UnionDb db)
{
    /// <summary>Longest text kept, in characters after folding; PostgreSQL limits a row's lexemes to 1 MB.</summary>
    private const int MaxLength = 200_000;

    public Task<long> AddAsync(IEnumerable<int> unitOrdinals, string text, CancellationToken ct) =>
        db.Dialect.AddSearchTextAsync(db, Tokens(unitOrdinals, text), ct);

    public Task ReplaceAsync(long id, IEnumerable<int> unitOrdinals, string text, CancellationToken ct) =>
        db.Dialect.ReplaceSearchTextAsync(db, id, Tokens(unitOrdinals, text), ct);

    /// <summary>Ids of the texts of a unit that hold every word; null when nothing searchable was typed.</summary>
    public IQueryable<long>? Find(int unitOrdinal, string? typed)
    {
        var words = Fold.Text(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(12).ToList();
        return words.Count == 0 ? null : db.Dialect.SearchTexts(db, UnitToken(unitOrdinal), words);
    }

    /// <summary>"uq" never begins a Vietnamese word, so no document text can pretend to belong to a unit unless it holds the token itself, and rows are filtered by their unit again.</summary>
    private static string UnitToken(int ordinal) => "uq" + UnitPath.Segment(ordinal);

    private static string Tokens(IEnumerable<int> unitOrdinals, string text)
    {
        var folded = Fold.Text(text);
        return string.Join(' ', unitOrdinals.Select(UnitToken)) + " " + (folded.Length <= MaxLength ? folded : folded[..MaxLength]);
    }
}
