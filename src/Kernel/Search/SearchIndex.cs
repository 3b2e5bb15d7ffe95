using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>
    /// Ids of the texts of a unit that hold every word; when there are none, of those where the last word begins so (somebody is still typing, or does not know how it ends:
    /// that costs a walk through every word of the index that begins so). Null when nothing searchable was typed.
    /// </summary>
    public async Task<IQueryable<long>?> FindAsync(int unitOrdinal, string? typed, CancellationToken ct)
    {
        var words = Fold.Text(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(12).ToList();
        if (words.Count == 0)
            return null;
        var whole = db.Dialect.SearchTexts(db, UnitToken(unitOrdinal), words, lastBegins: false);
        return await whole.AnyAsync(ct) ? whole : db.Dialect.SearchTexts(db, UnitToken(unitOrdinal), words, lastBegins: true);
    }

    /// <summary>"uq" never begins a Vietnamese word, so no document text can pretend to belong to a unit unless it holds the token itself, and rows are filtered by their unit again.</summary>
    private static string UnitToken(int ordinal) => "uq" + UnitPath.Segment(ordinal);

    private static string Tokens(IEnumerable<int> unitOrdinals, string text)
    {
        var folded = Fold.Text(text);
        return string.Join(' ', unitOrdinals.Select(UnitToken)) + " " + (folded.Length <= MaxLength ? folded : folded[..MaxLength]);
    }
}
