using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Modules.Members.Merging;
using DoanKet.Modules.Members.Shared;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>
/// People who stand in the registry twice, as it happens: in one union without tone marks, in two unions with a number mistyped; and one
/// pair that was merged.
/// </summary>
internal sealed class DuplicatesDemo(
    UnionDb db,
    UserContext user,
    CurrentUserLoader people,
    KeepFigures figures,
    LookForDuplicates look,
    MergeMembers merge,
    TimeProvider time
) : IDemoPart
{
    private const int Copies = 4;

    /// <summary>After the cards.</summary>
    public int Order => 74;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var firsts = await db
            .Members.AsNoTracking()
            .Where(m => m.State == MemberState.Active && m.Phone != "" && m.BornOn != null)
            .OrderBy(m => m.Unit.Code)
            .ThenBy(m => m.Id)
            .Take(Copies)
            .ToListAsync(ct);
        var elsewhere = await db.Members.OrderByDescending(m => m.Unit.Code).Select(m => m.UnitId).FirstOrDefaultAsync(ct);
        foreach (var (i, first) in firsts.Index())
            db.Add(SecondEntry(first, i % 2 == 0 ? first.UnitId : elsewhere));
        await figures.SaveAsync(ct);
        await db.SaveChangesAsync(ct);
        await look.RunAsync("", ct);
        await MergeOneAsync(ct);
    }

    private Member SecondEntry(Member first, Guid unit)
    {
        var second = new Member
        {
            Id = Ids.New(),
            UnitId = unit,
            State = MemberState.Active,
            Sex = first.Sex,
            Born = first.Born,
            Phone = first.Phone,
            JoinedOn = first.JoinedOn?.AddDays(1),
            EnteredAt = time.UtcDateTime(),
        };
        var words = Fold.Text(first.FullName).Split(' ');
        second.Rename(string.Join(' ', words.Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
        figures.Add(second);
        return second;
    }

    private async Task MergeOneAsync(CancellationToken ct)
    {
        var account = await db.Users.Where(a => a.UserName == "tochuc").Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
        var pair = await db.SuspectPairs.Where(p => p.IsCertain).OrderBy(p => p.Id).Select(p => p.Id).FirstOrDefaultAsync(ct);
        if (account is null || pair == Guid.Empty)
            return;
        user.Current = await people.LoadAsync(account.Value, null, ct);
        await merge.MergeAsync(pair, null, null, ct);
        user.Current = null;
        db.ChangeTracker.Clear();
    }
}
