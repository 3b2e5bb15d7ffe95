using System.Text.Json;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Merging;

/// <summary>How many pairs were merged and how many could not be.</summary>
internal sealed record ManyMerged(int Merged, int Left);

/// <summary>Makes one entry of two, with everything that either has, or says that they are two people.</summary>
internal sealed class MergeMembers(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    FieldCipher cipher,
    KeepFigures figures,
    MoveRows moveRows,
    TimeProvider time
)
{
    /// <summary>Pairs merged by one press.</summary>
    public const int AtOnce = 500;

    private const string NotYours = "Cặp này không còn, hoặc không thuộc quyền của anh/chị.";

    /// <param name="keptId">Which of the two stays; null: the better one.</param>
    /// <param name="fromOther">Lines in which the value of the entry that goes is taken; a line that is not shown is the program's choice.
    /// Null: all of them are.</param>
    /// <returns>The entry that stayed.</returns>
    public Task<Result<Guid>> MergeAsync(
        Guid pairId,
        Guid? keptId,
        IReadOnlyDictionary<MemberField, bool>? fromOther,
        CancellationToken ct
    ) =>
        work.RunAsync(
            async () =>
            {
                if (await PairAsync(pairId, ct) is not { } pair)
                    return Result<Guid>.Refuse(NotYours);
                await db.Dialect.LockRowAsync<Member>(db, pair.FirstId, ct);
                await db.Dialect.LockRowAsync<Member>(db, pair.SecondId, ct);
                if (await RecordsAsync(pair, ct) is not var (first, second))
                    return Result<Guid>.Refuse(NotYours);
                keptId ??= MergePlan.IsBetterKept(first, second) ? first.Member.Id : second.Member.Id;
                var (kept, gone) = keptId == first.Member.Id ? (first, second) : (second, first);
                if (keptId != kept.Member.Id)
                    return Result<Guid>.Refuse(NotYours);
                if (IsMember(gone.Member) && !IsMember(kept.Member))
                    return Result<Guid>.Fail(
                        $"{kept.Member.FullName} ở {kept.Member.Unit.Name} {kept.Member.State.Name().ToLowerInvariant()}; "
                            + "hãy giữ bên đang sinh hoạt."
                    );
                await MergeAsync(kept, gone, fromOther, ct);
                return Result.Of(kept.Member.Id);
            },
            ct
        );

    /// <summary>Each pair on its own: one that can't be merged keeps no other from it.</summary>
    public async Task<Result<ManyMerged>> MergeCertainAsync(CancellationToken ct)
    {
        var ids = await db.ToDecide(user.Required)
            .Where(p => p.IsCertain)
            .OrderBy(p => p.Id)
            .Take(AtOnce)
            .Select(p => p.Id)
            .ToListAsync(ct);
        var merged = 0;
        foreach (var id in ids)
        {
            merged += (await MergeAsync(id, null, null, ct)).Ok ? 1 : 0;
            db.ChangeTracker.Clear();
        }
        return new ManyMerged(merged, ids.Count - merged);
    }

    public Task<Result> SetApartAsync(Guid pairId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await PairAsync(pairId, ct) is not { } pair)
                    return Result.Refuse(NotYours);
                (pair.ApartAt, pair.ApartBy) = (time.UtcDateTime(), user.Required.FullName);
                var name = await db.Members.Where(m => m.Id == pair.FirstId).Select(m => m.FullName).FirstAsync(ct);
                audit.Record("members.pair.apart", pair.FirstId, $"Hai người khác nhau cùng tên {name}");
                return Result.Success;
            },
            ct
        );

    private Task<SuspectPair?> PairAsync(Guid id, CancellationToken ct) =>
        db.ToDecide(user.Required).FirstOrDefaultAsync(p => p.Id == id, ct);

    /// <summary>Both, to be looked at only.</summary>
    private async Task<(MemberRecord First, MemberRecord Second)?> RecordsAsync(SuspectPair pair, CancellationToken ct)
    {
        var first = await db.FindMemberAsync(user.Required, Permissions.Edit, pair.FirstId, ct);
        var second = await db.FindMemberAsync(user.Required, Permissions.Edit, pair.SecondId, ct);
        return first is null || second is null ? null : (await db.ReadRecordAsync(first, ct), await db.ReadRecordAsync(second, ct));
    }

    private async Task MergeAsync(
        MemberRecord keptBefore,
        MemberRecord gone,
        IReadOnlyDictionary<MemberField, bool>? fromOther,
        CancellationToken ct
    )
    {
        var kept = await db.TrackRecordAsync(await db.Members.Include(m => m.Unit).FirstAsync(m => m.Id == keptBefore.Member.Id, ct), ct);
        var texts = (Kept: RecordText.Of(db, kept), Gone: RecordText.Of(db, gone));
        var (moved, photo) = await moveRows.ToKeptAsync(kept.Member, gone.Member, ct);
        figures.Remove(gone.Member);
        // First, for its numbers may go to the other.
        await db.Members.Where(m => m.Id == gone.Member.Id).ExecuteDeleteAsync(ct);
        foreach (var line in MergePlan.Lines(keptBefore, gone, cipher))
            if (fromOther?.TryGetValue(line.Field.Field, out var chosen) == true ? chosen : line.TakesOther)
                line.Field.Copy(kept, gone);
        figures.Replace(MemberShare.Of(keptBefore.Member), kept.Member);
        db.Entry(kept.Member).State = EntityState.Modified;
        await figures.SaveAsync(ct);
        await db.SaveChangesAsync(ct);
        db.Add(
            new MemberMerge
            {
                Id = Ids.New(),
                KeptId = kept.Member.Id,
                GoneId = gone.Member.Id,
                UnitId = kept.Member.UnitId,
                GoneUnitId = gone.Member.UnitId,
                KeptName = kept.Member.FullName,
                GoneName = gone.Member.FullName,
                SealedBefore = cipher.Seal(JsonSerializer.Serialize(new MergedRows(texts.Kept, texts.Gone, photo, moved))),
                KeptVersion = kept.Member.Version,
                At = time.UtcDateTime(),
                By = user.Required.FullName,
            }
        );
        audit.Record("members.merged", kept.Member.Id, $"Gộp hai lần nhập của {kept.Member.FullName}, {kept.Member.Unit.Name}");
    }

    private static bool IsMember(Member member) => member.State is MemberState.Active or MemberState.Paused;
}
