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

    /// <summary>So many texts a query may name one by one.</summary>
    private const int MaxNamed = 5000;

    /// <summary>More words than anybody types.</summary>
    private const int MaxWords = 12;

    public Task<long> AddAsync(IEnumerable<int> unitOrdinals, string text, CancellationToken ct) =>
        db.Dialect.AddSearchTextAsync(db, Tokens(unitOrdinals, text), ct);

    public Task ReplaceAsync(long id, IEnumerable<int> unitOrdinals, string text, CancellationToken ct) =>
        db.Dialect.ReplaceSearchTextAsync(db, id, Tokens(unitOrdinals, text), ct);

    /// <summary>
    /// Ids of the texts of some units that hold every word; when a unit has none, those where the last word begins so (somebody is still
    /// typing, or does not know how it ends: that costs a walk through every word of the index that begins so). Null when nothing
    /// searchable was typed.
    /// </summary>
    public async Task<IQueryable<long>?> FindAsync(IReadOnlyList<int> unitOrdinals, string? typed, CancellationToken ct)
    {
        var words = WordsOf(typed);
        if (words.Count == 0)
            return null;
        IQueryable<long>? all = null;
        foreach (var ordinal in unitOrdinals)
        {
            var found = await FindAsync(UnitToken(ordinal), words, ct);
            all = all is null ? found : all.Concat(found);
        }
        return all;
    }

    private async Task<IQueryable<long>> FindAsync(string unitToken, List<string> words, CancellationToken ct)
    {
        var whole = db.Dialect.SearchTexts(db, unitToken, words, lastBegins: false);
        // Asked for once: to look whether there are any costs as much as to have them.
        var ids = await whole.Take(MaxNamed).ToListAsync(ct);
        return ids.Count switch
        {
            0 => db.Dialect.SearchTexts(db, unitToken, words, lastBegins: true),
            MaxNamed => whole,
            _ => db.Dialect.Values(db, ids),
        };
    }

    /// <summary>Whether <see cref="AmongAsync"/> may be asked: SQLite finds a text only by its words.</summary>
    public bool CanLookIntoTexts => db.Dialect.CanSearchAmong;

    /// <summary>Those of some texts that hold every word; none when nothing searchable was typed.</summary>
    public async Task<HashSet<long>> AmongAsync(IReadOnlyCollection<long> texts, string? typed, CancellationToken ct)
    {
        var words = WordsOf(typed);
        return words.Count == 0 ? [] : [.. await db.Dialect.SearchAmong(db, texts, words).ToListAsync(ct)];
    }

    private static List<string> WordsOf(string? typed) =>
        [.. Fold.Text(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];

    /// <summary>"uq" never begins a Vietnamese word, so no document text can pretend to belong to a unit unless it holds the token itself,
    /// and rows are filtered by their unit again.</summary>
    private static string UnitToken(int ordinal) => "uq" + UnitPath.Segment(ordinal);

    private static string Tokens(IEnumerable<int> unitOrdinals, string text)
    {
        var folded = Fold.Text(text);
        return string.Join(' ', unitOrdinals.Select(UnitToken)) + " " + (folded.Length <= MaxLength ? folded : folded[..MaxLength]);
    }
}
