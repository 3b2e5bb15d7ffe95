using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Progress;

/// <summary>How far a unit with all below it is.</summary>
/// <param name="Set">The target; null where nobody has said one.</param>
internal sealed record ProgressRow(Guid Id, string Code, string Name, bool HasBelow, MemberTarget? Set, MemberShare Share)
{
    public int? Target => Set?.Count;

    /// <summary>63.24; null without a target.</summary>
    public decimal? Percent => Target is { } target ? Math.Round(Share.Members * 100m / target, 2, MidpointRounding.AwayFromZero) : null;

    /// <summary>Of number, birthday and phone of all members, how much is there: 98.5; null without members.</summary>
    public decimal? Complete =>
        Share.Members == 0
            ? null
            : Math.Round(
                100m - ((Share.WithoutNationalId + Share.WithoutBirthday + Share.WithoutPhone) * 100m / (3 * Share.Members)),
                1,
                MidpointRounding.AwayFromZero
            );

    /// <summary>"92.825/146.790 đoàn viên, đạt 63,24%", as reports write it.</summary>
    public string Sentence =>
        Target is { } target
            ? $"{Figures.Show(Share.Members)}/{Figures.Show(target)} đoàn viên, đạt {Figures.Show(Percent!.Value)}%"
            : $"{Figures.Show(Share.Members)} đoàn viên";
}

/// <summary>The unit that is looked at, and those directly below it.</summary>
internal sealed record Progress(ProgressRow Whole, IReadOnlyList<ProgressRow> Below);

/// <summary>Sums the kept figures of the unions under a unit: by the children of the unit, from one range of the tree.</summary>
internal static class ReadProgress
{
    public static async Task<Progress> ProgressAsync(this UnionDb db, Unit unit, DateOnly day, CancellationToken ct)
    {
        var level = UnitPath.Under(unit.Path, 0).Length;
        var end = UnitPath.EndOf(unit.Path);
        var sums = await db.Set<UnionFigures>()
            .Where(f => f.Unit.Path.CompareTo(unit.Path) >= 0 && f.Unit.Path.CompareTo(end) < 0)
            .GroupBy(f => f.Unit.Path.Substring(0, level))
            .Select(g => new
            {
                Path = g.Key,
                Share = new MemberShare(
                    g.Sum(f => f.Members),
                    g.Sum(f => f.Women),
                    g.Sum(f => f.Waiting),
                    g.Sum(f => f.WithoutNationalId),
                    g.Sum(f => f.WithoutBirthday),
                    g.Sum(f => f.WithoutPhone)
                ),
            })
            .ToDictionaryAsync(s => s.Path, s => s.Share, ct);
        var children = await db
            .Units.AsNoTracking()
            .Living(day)
            .Where(u => u.ParentId == unit.Id && !u.Kind.IsPartOfParent)
            .OrderBy(u => u.Kind.Rank)
            .ThenBy(u => u.Code)
            .Select(u => new
            {
                u.Id,
                u.Code,
                u.Name,
                u.Path,
                HasBelow = db.Units.Any(below => below.ParentId == u.Id && !below.Kind.IsPartOfParent),
            })
            .ToListAsync(ct);
        var asked = children.Select(c => c.Id).Append(unit.Id).ToList();
        var latest = await db.TargetsAsync(asked, day, ct);
        var whole = sums.Values.Aggregate(default(MemberShare), (sum, share) => sum + share);
        return new(
            new(unit.Id, unit.Code, unit.Name, children.Count > 0, latest.GetValueOrDefault(unit.Id), whole),
            [
                .. children.Select(c => new ProgressRow(
                    c.Id,
                    c.Code,
                    c.Name,
                    c.HasBelow,
                    latest.GetValueOrDefault(c.Id),
                    sums.GetValueOrDefault(c.Path)
                )),
            ]
        );
    }

    /// <summary>All unions under a unit that have members of their own, each with its own figures.</summary>
    public static async Task<IReadOnlyList<ProgressRow>> UnionProgressAsync(this UnionDb db, Unit unit, DateOnly day, CancellationToken ct)
    {
        var (path, end) = (unit.Path, UnitPath.EndOf(unit.Path));
        var unions = await db.Set<UnionFigures>()
            .Where(f => f.Unit.Path.CompareTo(path) > 0 && f.Unit.Path.CompareTo(end) < 0)
            .Select(f => new
            {
                f.UnitId,
                f.Unit.Code,
                f.Unit.Name,
                Share = new MemberShare(f.Members, f.Women, f.Waiting, f.WithoutNationalId, f.WithoutBirthday, f.WithoutPhone),
            })
            .ToListAsync(ct);
        var targets = await db.TargetsAsync([.. unions.Select(u => u.UnitId)], day, ct);
        return [.. unions.Select(u => new ProgressRow(u.UnitId, u.Code, u.Name, false, targets.GetValueOrDefault(u.UnitId), u.Share))];
    }

    /// <summary>The targets of some units that count on a day.</summary>
    public static async Task<Dictionary<Guid, MemberTarget>> TargetsAsync(
        this UnionDb db,
        IReadOnlyCollection<Guid> units,
        DateOnly day,
        CancellationToken ct
    )
    {
        var targets = await db.Set<MemberTarget>()
            .AsNoTracking()
            .Where(t => units.Contains(t.UnitId) && t.ValidFrom <= day)
            .ToListAsync(ct);
        return targets.GroupBy(t => t.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(t => t.ValidFrom)!);
    }
}
