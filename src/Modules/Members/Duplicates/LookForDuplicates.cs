using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Duplicates;

/// <summary>Looks through the whole registry and keeps the pairs for the people who decide; every night, and when somebody asks.</summary>
internal sealed class LookForDuplicates(UnionDb db, Work work, FindDuplicates find, TimeProvider time) : IJobHandler
{
    public const string Name = "members.duplicates",
        Title = "Tìm những người có hai lần trong danh sách đoàn viên",
        Schedule = "40 1 * * *";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var undone = time.UtcDateTime().AddDays(-MemberMerge.UndoDays);
        await db
            .Merges.Where(m => m.At < undone && m.SealedBefore != Array.Empty<byte>())
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SealedBefore, Array.Empty<byte>()), ct);
        var (_, found) = await find.HandleAsync(ct);
        await work.RunAsync(
            async () =>
            {
                await KeepAsync(found, ct);
                return Result.Success;
            },
            ct
        );
    }

    private async Task KeepAsync(IReadOnlyList<DuplicatePair> found, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        var known = await db.SuspectPairs.ToDictionaryAsync(p => (p.FirstId, p.SecondId), ct);
        List<SuspectPair> fresh = [];
        foreach (var pair in found)
        {
            var ids = SuspectPair.InOrder(pair.One.Id, pair.Other.Id);
            if (!known.Remove(ids, out var kept))
                fresh.Add(
                    kept = new()
                    {
                        Id = Ids.New(),
                        FirstId = ids.First,
                        SecondId = ids.Second,
                    }
                );
            (kept.Percent, kept.IsCertain) = ((int)Math.Round(pair.Score.Score * 100), pair.IsCertain);
            (kept.Reasons, kept.FoundAt) = (string.Join(", ", pair.Score.Reasons), now);
        }
        // What is alike no longer; who was said to be two people stays so.
        db.RemoveRange(known.Values.Where(pair => pair.ApartAt is null));
        await db.SaveChangesAsync(ct);
        // Of people who were there when the search began; some may have been merged meanwhile.
        await db.Dialect.BulkInsertAsync(db, await LivingAsync(fresh, ct), ct);
    }

    private async Task<List<SuspectPair>> LivingAsync(List<SuspectPair> pairs, CancellationToken ct)
    {
        HashSet<Guid> living = [];
        foreach (var ids in pairs.SelectMany(p => new[] { p.FirstId, p.SecondId }).Distinct().Chunk(1000))
            living.UnionWith(await db.Members.Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct));
        return pairs.FindAll(p => living.Contains(p.FirstId) && living.Contains(p.SecondId));
    }
}
