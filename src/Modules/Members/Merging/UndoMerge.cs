using System.Text.Json;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Merging;

/// <summary>
/// Parts two people who were taken for one: the entry that is gone comes back with all that was its own. What the other was given is taken
/// from it again where nobody touched it since; else only the numbers that belong to one person.
/// </summary>
internal sealed class UndoMerge(
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
    private static readonly string[] NeverBack = [nameof(Member.Version), nameof(Member.UnitId)];

    /// <returns>The entry that came back.</returns>
    public Task<Result<Guid>> HandleAsync(Guid mergeId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<MemberMerge>(db, mergeId, ct);
                var merge = await db
                    .Merges.VisibleTo(user.Required, Permissions.Edit)
                    .Include(m => m.GoneUnit)
                    .FirstOrDefaultAsync(m => m.Id == mergeId, ct);
                if (merge is null || !user.Required.Can(Permissions.Edit, merge.GoneUnit))
                    return Result<Guid>.Refuse("Anh/chị không có quyền tách hai người này.");
                if (merge.UndoneAt is not null)
                    return Result<Guid>.Fail("Hai người này đã được tách ra rồi.");
                if (merge.SealedBefore.Length == 0 || time.UtcDateTime() - merge.At > TimeSpan.FromDays(MemberMerge.UndoDays))
                    return Result<Guid>.Fail($"Chỉ tách được trong {MemberMerge.UndoDays} ngày sau khi gộp.");
                await db.Dialect.LockRowAsync<Member>(db, merge.KeptId, ct);
                var kept = await db
                    .Members.VisibleTo(user.Required, Permissions.Edit)
                    .Include(m => m.Unit)
                    .FirstOrDefaultAsync(m => m.Id == merge.KeptId, ct);
                if (kept is null)
                    return Result<Guid>.Fail($"{merge.KeptName} đã chuyển nơi khác hoặc đã được gộp tiếp; hãy tách lần gộp sau trước.");
                return await PartAsync(merge, kept, ct);
            },
            ct
        );

    private async Task<Result<Guid>> PartAsync(MemberMerge merge, Member kept, CancellationToken ct)
    {
        var rows = JsonSerializer.Deserialize<MergedRows>(cipher.Open(merge.SealedBefore))!;
        // Its union may have closed since; then it comes to where the other is.
        var unit = merge.GoneUnit.LivesOn(time.Today()) ? merge.GoneUnit : kept.Unit;
        var back = New(merge.GoneId);
        rows.Gone.Into(db, back);
        back.Member.UnitId = unit.Id;
        var former = New(kept.Id);
        rows.Kept.Into(db, former);
        if (await TakenByAsync(kept.Id, back.Member, former.Member, ct) is { } other)
            return Result<Guid>.Fail($"Số CCCD hoặc mã đoàn viên của người được tách ra nay là của {other}; hãy sửa người ấy trước.");
        var before = MemberShare.Of(kept);
        if (kept.Version == merge.KeptVersion)
            rows.Kept.Into(db, await db.TrackRecordAsync(kept, ct), NeverBack);
        else
            GiveBackNumbers(kept, former.Member, back.Member);
        figures.Replace(before, kept);
        await db.SaveChangesAsync(ct);
        db.AddRange(back.Member, back.Profile, back.Sensitive);
        figures.Add(back.Member);
        await figures.SaveAsync(ct);
        await db.SaveChangesAsync(ct);
        await moveRows.BackAsync(kept, back.Member, rows, ct);
        SayApart(kept.Id, back.Member.Id);
        (merge.UndoneAt, merge.UndoneBy) = (time.UtcDateTime(), user.Required.FullName);
        audit.Record("members.parted", kept.Id, $"Tách {merge.KeptName} và {merge.GoneName}, đã gộp nhầm");
        return back.Member.Id;
    }

    private static void GiveBackNumbers(Member kept, Member former, Member back)
    {
        if (kept.NationalIdKey is not null && kept.NationalIdKey == back.NationalIdKey)
            (kept.NationalIdSealed, kept.NationalIdKey) = (former.NationalIdSealed, former.NationalIdKey);
        if (kept.MemberNumber is not null && kept.MemberNumber == back.MemberNumber)
            kept.MemberNumber = former.MemberNumber;
    }

    /// <summary>The name of somebody else who has one of the numbers now.</summary>
    private Task<string?> TakenByAsync(Guid kept, Member back, Member former, CancellationToken ct)
    {
        Guid?[] keys = [.. new[] { back.NationalIdKey, former.NationalIdKey }.Where(key => key is not null)];
        string?[] numbers = [.. new[] { back.MemberNumber, former.MemberNumber }.Where(number => number is not null)];
        return db
            .Members.Where(m => m.Id != kept && (keys.Contains(m.NationalIdKey) || numbers.Contains(m.MemberNumber)))
            .Select(m => m.FullName)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Two people by somebody's word, who are not shown as one again.</summary>
    private void SayApart(Guid one, Guid other)
    {
        var (first, second) = SuspectPair.InOrder(one, other);
        db.Add(
            new SuspectPair
            {
                Id = Ids.New(),
                FirstId = first,
                SecondId = second,
                FoundAt = time.UtcDateTime(),
                ApartAt = time.UtcDateTime(),
                ApartBy = user.Required.FullName,
            }
        );
    }

    private static MemberRecord New(Guid id) => new(new() { Id = id }, new() { MemberId = id }, new() { MemberId = id });
}
