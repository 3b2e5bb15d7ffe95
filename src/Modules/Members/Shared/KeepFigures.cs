using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Shared;

/// <summary>Adds what an act changes to the figures of its unions, in the act's transaction.</summary>
internal sealed class KeepFigures(UnionDb db)
{
    private readonly Dictionary<Guid, MemberShare> _changes = [];

    public void Add(Member member) => Change(member.UnitId, MemberShare.Of(member));

    public void Remove(Member member) => Change(member.UnitId, default(MemberShare) - MemberShare.Of(member));

    /// <param name="before">The member's share before the change; the union is the same.</param>
    public void Replace(MemberShare before, Member member) => Change(member.UnitId, MemberShare.Of(member) - before);

    /// <summary>Adds with one statement for each union, so that acts at the same moment lose nothing of each other.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        // In one order, so that two acts over the same unions wait for each other and never in a circle.
        foreach (var (unit, change) in _changes.Where(c => c.Value != default).OrderBy(c => c.Key))
        {
            if (await AddAsync(unit, change, ct))
                continue;
            await db.Dialect.InsertMissingAsync(db, new UnionFigures { UnitId = unit }, ct);
            await AddAsync(unit, change, ct);
        }
        _changes.Clear();
    }

    /// <summary>Gives all figures of one union to another, within the act that moves its members; holds them until it ends.</summary>
    public async Task MoveAsync(Guid from, Guid to, CancellationToken ct)
    {
        await AddAsync(from, default, ct);
        var share = await db.Set<UnionFigures>()
            .Where(f => f.UnitId == from)
            .Select(f => new MemberShare(f.Members, f.Women, f.Waiting, f.WithoutNationalId, f.WithoutBirthday, f.WithoutPhone))
            .FirstOrDefaultAsync(ct);
        Change(from, default(MemberShare) - share);
        Change(to, share);
        await SaveAsync(ct);
    }

    /// <returns>False when the union has no figures yet.</returns>
    private async Task<bool> AddAsync(Guid unit, MemberShare change, CancellationToken ct)
    {
        var (members, women, waiting, noNumber, noBirthday, noPhone) = change;
        var touched = await db.Set<UnionFigures>()
            .Where(f => f.UnitId == unit)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(f => f.Members, f => f.Members + members)
                        .SetProperty(f => f.Women, f => f.Women + women)
                        .SetProperty(f => f.Waiting, f => f.Waiting + waiting)
                        .SetProperty(f => f.WithoutNationalId, f => f.WithoutNationalId + noNumber)
                        .SetProperty(f => f.WithoutBirthday, f => f.WithoutBirthday + noBirthday)
                        .SetProperty(f => f.WithoutPhone, f => f.WithoutPhone + noPhone),
                ct
            );
        return touched > 0;
    }

    private void Change(Guid unit, MemberShare change) => _changes[unit] = _changes.GetValueOrDefault(unit) + change;
}
