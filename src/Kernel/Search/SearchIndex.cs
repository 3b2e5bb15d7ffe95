using DoanKet.Kernel.Persistence;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Search;

/// <summary>
/// One full-text index of folded words (no tone marks) for all modules. A text belongs to units, whose tokens stand among its words: a
/// search inside a unit meets the unit's short list first, however common the words. A document sent to 2,911 units is one text.
/// </summary>
public sealed class SearchIndex(UnionDb db, LargePlaces large)
{
    /// <summary>Longest text kept, in characters after folding; PostgreSQL limits a row's lexemes to 1 MB.</summary>
    private const int MaxLength = 200_000;

    /// <summary>So many texts a query may name one by one.</summary>
    private const int MaxNamed = 20_000;

    /// <summary>With no more texts than this in a place the index is quick, whatever the words.</summary>
    private const int Few = 10_000;

    /// <summary>More words than anybody types.</summary>
    private const int MaxWords = 12;

    public Task<long> AddAsync(IEnumerable<SearchOwner> owners, string text, CancellationToken ct) =>
        db.Dialect.AddSearchTextAsync(db, Tokens(owners, text), ct);

    public Task ReplaceAsync(long id, IEnumerable<SearchOwner> owners, string text, CancellationToken ct) =>
        db.Dialect.ReplaceSearchTextAsync(db, id, Tokens(owners, text), ct);

    /// <summary>
    /// The texts in some places that hold every word; when there are none, those where the last word begins so (somebody is still typing,
    /// or does not know how it ends: that costs a walk through every word of the index that begins so). Null when nothing searchable
    /// was typed.
    /// </summary>
    public async Task<TextMatches?> FindAsync(IReadOnlyList<SearchPlace> places, string? typed, CancellationToken ct)
    {
        var words = WordsOf(typed);
        if (words.Count == 0)
            return null;
        var anyOf = places.SelectMany(SearchTokens.AnyOf).Distinct().ToList();
        var whole = await MatchesAsync(db.Dialect.SearchTexts(db, anyOf, words, lastBegins: false), ct);
        return whole.Ids.Count > 0 ? whole : await MatchesAsync(db.Dialect.SearchTexts(db, anyOf, words, lastBegins: true), ct);
    }

    /// <summary>Asked for once: to look whether there are any costs as much as to have them.</summary>
    private static async Task<TextMatches> MatchesAsync(IQueryable<long> texts, CancellationToken ct)
    {
        var ids = await texts.Take(MaxNamed).ToListAsync(ct);
        return new(ids, ids.Count == MaxNamed ? texts : null);
    }

    /// <summary>Whether so many texts lie in some places that the newest should be looked at first; remembered for some minutes.</summary>
    public Task<bool> IsLargeAsync(IReadOnlyList<SearchPlace> places, CancellationToken ct)
    {
        var anyOf = places.SelectMany(SearchTokens.AnyOf).Distinct().ToList();
        return large.IsLargeAsync(
            string.Join(' ', anyOf),
            async () => await db.Dialect.SearchTexts(db, anyOf, [], lastBegins: false).Take(Few + 1).CountAsync(ct) > Few
        );
    }

    /// <summary>
    /// Every text with whether it holds all the words, for a query that asks it of one text after the other. Null where the database finds
    /// a text only by its words, or nothing searchable was typed.
    /// </summary>
    public IQueryable<SearchedText>? Searched(string? typed) =>
        WordsOf(typed) is { Count: > 0 } words ? db.Dialect.SearchedTexts(db, words) : null;

    private static List<string> WordsOf(string? typed) =>
        [.. Fold.Text(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];

    private static string Tokens(IEnumerable<SearchOwner> owners, string text)
    {
        var folded = Fold.Text(text);
        return string.Join(' ', SearchTokens.Of(owners)) + " " + (folded.Length <= MaxLength ? folded : folded[..MaxLength]);
    }
}

/// <summary>Texts that were found. Those of other units may be among them: the caller keeps the rows it wants.</summary>
/// <param name="Ids">By name: with these the database knows how few they are, and finds their rows along an index.</param>
/// <param name="TooMany">All of them, when they are too many to be named.</param>
public sealed record TextMatches(List<long> Ids, IQueryable<long>? TooMany);
