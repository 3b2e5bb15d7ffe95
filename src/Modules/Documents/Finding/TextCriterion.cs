using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Finding;

/// <summary>Decides whether what a person typed into the one box is a number or words. The same in the lists and in the search.</summary>
internal static class TextCriterion
{
    /// <summary>Sorts after every letter and digit of a key.</summary>
    private const string End = "~";

    /// <summary>"18 hd ldld", "Số 18/HD-LĐLĐ" and "18hdldld" are 18hdldld; null when it does not begin like a number.</summary>
    public static string? NumberKey(string? typed)
    {
        var key = NumberKeys.From(typed);
        return key.Length > 0 && char.IsAsciiDigit(key[0]) ? key : null;
    }

    /// <summary>Numbers that begin with the key: one short range of an index.</summary>
    public static IQueryable<T> Numbered<T>(this IQueryable<T> rows, string key)
        where T : class, IFindable
    {
        var end = key + End;
        return rows.Where(d => d.NumberKey.CompareTo(key) >= 0 && d.NumberKey.CompareTo(end) < 0);
    }

    /// <summary>
    /// Rows of one unit: those with the number when there are any ("2026 kế hoạch" begins like a number and is none), else those that say
    /// the words; all of them when nothing was typed, none when it was only marks.
    /// </summary>
    /// <param name="rows">Newest first.</param>
    /// <param name="take">Rows that are wanted of them.</param>
    public static async Task<IQueryable<T>> MatchingAsync<T>(
        this IQueryable<T> rows,
        string? typed,
        SearchIndex index,
        SearchPlace place,
        int take,
        CancellationToken ct
    )
        where T : class, IFindable
    {
        if (string.IsNullOrWhiteSpace(typed))
            return rows;
        if (NumberKey(typed) is { } key && rows.Numbered(key) is var numbered && await numbered.AnyAsync(ct))
            return numbered;
        return await NewestMatches.FindAsync(rows, index, [place], typed, take, ct)
            ?? rows.Saying(await index.FindAsync([place], typed, ct));
    }

    /// <summary>Rows whose text was found; none when nothing searchable was typed.</summary>
    public static IQueryable<T> Saying<T>(this IQueryable<T> rows, TextMatches? found)
        where T : class, IFindable =>
        found switch
        {
            null => rows.Where(_ => false),
            { TooMany: { } texts } => rows.Where(d => d.SearchId != null && texts.Contains(d.SearchId.Value)),
            { Ids: var texts } => rows.Where(d => d.SearchId != null && EF.Parameter(texts).Contains(d.SearchId.Value)),
        };
}
