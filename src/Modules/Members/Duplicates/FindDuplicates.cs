using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Duplicates;

/// <summary>Two entries that are one person.</summary>
internal sealed record DuplicatePair(Entry One, Entry Other, DuplicateScore Score)
{
    /// <summary>
    /// All speaks for one person and nothing is left to choose: one union, no two numbers. In which of two unions somebody is, or which of
    /// two numbers is the right one, is for people to say.
    /// </summary>
    public bool IsCertain => Score.Score >= 1 && One.UnitId == Other.UnitId && (One.NationalId is null || Other.NationalId is null);
}

/// <summary>
/// Looks through the whole registry for people who stand in it twice. Only entries with the same words in their names and the same year of
/// birth are compared with each other.
/// </summary>
internal sealed class FindDuplicates(UnionDb db, FieldCipher cipher)
{
    /// <summary>More people of one name and year are not compared each with each but only where their phones are the same.</summary>
    private const int ComparedEachWithEach = 400;

    /// <returns>How many entries were looked at, and the pairs, the surest first.</returns>
    public async Task<(int Entries, IReadOnlyList<DuplicatePair> Pairs)> HandleAsync(CancellationToken ct)
    {
        var entries = await ReadAsync(ct);
        List<DuplicatePair> pairs = [];
        foreach (var alike in entries.GroupBy(entry => (entry.Words, entry.BirthYear)))
            Compare([.. alike], pairs);
        return (
            entries.Count,
            [.. pairs.OrderByDescending(pair => pair.Score.Score).ThenBy(pair => pair.One.Id).ThenBy(pair => pair.Other.Id)]
        );
    }

    private static void Compare(List<Entry> alike, List<DuplicatePair> pairs)
    {
        if (alike.Count > ComparedEachWithEach)
        {
            foreach (var samePhone in alike.Where(entry => entry.Phone.Length > 0).GroupBy(entry => entry.Phone))
                CompareAll([.. samePhone.Take(ComparedEachWithEach)], pairs);
            return;
        }
        CompareAll(alike, pairs);
    }

    private static void CompareAll(List<Entry> alike, List<DuplicatePair> pairs)
    {
        for (var i = 0; i < alike.Count; i++)
        for (var j = i + 1; j < alike.Count; j++)
            if (DuplicateScore.Of(alike[i], alike[j]) is { Score: >= DuplicateScore.Sure } score)
                pairs.Add(new(alike[i], alike[j], score));
    }

    private async Task<List<Entry>> ReadAsync(CancellationToken ct)
    {
        List<Entry> entries = [];
        var rows = db
            .Members.AsNoTracking()
            .Where(m => m.State != MemberState.Left)
            .Select(m => new
            {
                m.Id,
                m.UnitId,
                m.FullName,
                m.NameFold,
                m.Sex,
                m.BirthYear,
                m.BornOn,
                m.NationalIdSealed,
                m.Phone,
            })
            .AsAsyncEnumerable();
        await foreach (var m in rows.WithCancellation(ct))
            entries.Add(
                new(
                    m.Id,
                    m.UnitId,
                    m.FullName,
                    m.NameFold,
                    m.Sex,
                    m.BirthYear,
                    m.BornOn,
                    m.NationalIdSealed is { } sealedId ? cipher.Open(sealedId) : null,
                    m.Phone
                )
            );
        return entries;
    }
}
