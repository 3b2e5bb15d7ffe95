using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Finding;

/// <summary>
/// Finds a page of documents with words as common as "công đoàn" by looking through the newest ones. The index knows all that hold the
/// words: for such words that is most of what a large office ever had, and to bring them together takes longer than the page.
/// </summary>
internal static class NewestMatches
{
    /// <summary>Documents looked at first, to know how common the words are; and how far away the end of the page may then seem.</summary>
    private const int First = 100,
        Far = 1000;

    /// <summary>
    /// Ids of the first rows that say the words. Null when there are few documents or the words are rare, so that the index is quicker, or
    /// none of the rows holds them as they were typed.
    /// </summary>
    /// <param name="rows">Those of one unit, newest first.</param>
    /// <param name="take">Rows of a page.</param>
    public static async Task<IReadOnlyList<Guid>?> FindAsync<T>(IQueryable<T> rows, TextQuery words, int take, CancellationToken ct)
        where T : class, IFindable => await words.LooksAtNewestAsync(ct) ? await LookThroughAsync(rows, words, take, ct) : null;

    /// <summary>The same whatever the size of the office.</summary>
    internal static async Task<IReadOnlyList<Guid>?> LookThroughAsync<T>(
        IQueryable<T> rows,
        TextQuery words,
        int take,
        CancellationToken ct
    )
        where T : class, IFindable
    {
        List<Guid> found = [];
        var (looked, window) = (0, First);
        while (window > 0)
        {
            var next = await rows.Skip(looked).Take(window).Select(d => new { d.Id, d.SearchId }).ToListAsync(ct);
            var saying = await words.AmongAsync([.. next.Select(d => d.SearchId).OfType<long>().Distinct()], ct);
            found.AddRange(next.Where(d => d.SearchId is { } text && saying.Contains(text)).Select(d => d.Id));
            looked += next.Count;
            if (found.Count >= take)
                return found[..take];
            var wereAll = next.Count < window;
            if (wereAll)
                return found.Count > 0 ? found : null;
            window = Until(found.Count, looked, take) - looked;
        }
        return null;
    }

    /// <summary>The document to look up to for a full page, going by those seen so far; 0 when it is too far away.</summary>
    private static int Until(int found, int looked, int take)
    {
        if (found == 0)
            return 0;
        // A quarter more: they do not lie evenly.
        var needed = take * looked / found * 5 / 4;
        // Who has begun goes on a while, even if there were fewer than it seemed at first.
        var isNear = needed <= (looked <= First ? Far : 2 * Far);
        return isNear ? Math.Max(needed, looked + 1) : 0;
    }
}
