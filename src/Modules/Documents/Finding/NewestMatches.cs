using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Finding;

/// <summary>
/// Finds a page of documents with words as common as "công đoàn" by looking through the newest ones. The index knows all that hold the
/// words: for such words that is most of what a large office ever had, and to bring them together takes longer than the page.
/// </summary>
internal static class NewestMatches
{
    /// <summary>Documents looked at first, to know how common the words are; and how many may be looked at for a page.</summary>
    private const int First = 300,
        Far = 6000;

    /// <summary>
    /// The first rows that say the words. Null when there are few documents or the words are rare, so that the index is quicker, or none of
    /// the rows holds them as they were typed.
    /// </summary>
    /// <param name="rows">Those of the units whose places these are, newest first.</param>
    /// <param name="take">Rows of a page.</param>
    public static async Task<IQueryable<T>?> FindAsync<T>(
        IQueryable<T> rows,
        SearchIndex index,
        IReadOnlyList<SearchPlace> places,
        string typed,
        int take,
        CancellationToken ct
    )
        where T : class, IFindable
    {
        var ids =
            index.Searched(typed) is { } texts && await index.IsLargeAsync(places, ct)
                ? await LookThroughAsync(rows, texts, take, ct)
                : null;
        return ids is null ? null : rows.Where(d => ids.Contains(d.Id));
    }

    /// <summary>The same whatever the size of the office.</summary>
    internal static async Task<IReadOnlyList<Guid>?> LookThroughAsync<T>(
        IQueryable<T> rows,
        IQueryable<SearchedText> texts,
        int take,
        CancellationToken ct
    )
        where T : class, IFindable
    {
        var newest = await rows.Take(First)
            .Select(d => new { d.Id, Says = texts.Where(t => t.Id == d.SearchId).Select(t => t.HoldsAll).FirstOrDefault() })
            .ToListAsync(ct);
        var found = newest.Where(d => d.Says).Select(d => d.Id).Take(take).ToList();
        if (found.Count == take || newest.Count < First)
            return found.Count > 0 ? found : null;
        // By those seen so far, the page ends too far away.
        if (found.Count * Far < First * take)
            return null;
        found = await rows.Take(Far)
            .Where(d => texts.Where(t => t.Id == d.SearchId).Select(t => t.HoldsAll).FirstOrDefault())
            .Take(take)
            .Select(d => d.Id)
            .ToListAsync(ct);
        var areAll = found.Count == take || !await rows.Skip(Far).AnyAsync(ct);
        return areAll ? found : null;
    }
}
