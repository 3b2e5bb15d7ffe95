using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Progress;

/// <summary>
/// Counts admissions by the day on which members joined, and all else by the movements that were recorded. Whoever goes from one union to
/// another within the unit changes nothing in it. Grouped by union in the database, put together by the tree here.
/// </summary>
internal sealed class ReadChanges(UnionDb db)
{
    private const string Majority = "Kinh",
        Admitted = "Kết nạp mới",
        Unsaid = "Chưa ghi loại hình";

    /// <summary>Alike people who came to, left or changed between the same unions.</summary>
    /// <param name="From">Null for who was no member before.</param>
    /// <param name="To">Null for who is no member afterwards.</param>
    private sealed record Group(MovementKind? Cause, Guid? From, Guid? To, Sex? Sex, bool IsMinority, int Count);

    private sealed record Place(
        Guid Id,
        Guid? ParentId,
        string Path,
        Sector Sector,
        string EmployerCode,
        string Code,
        string Name,
        bool IsPart
    );

    public async Task<Changes> HandleAsync(Unit unit, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var places = (await PlacesAsync(unit.Path, ct)).ToDictionary(place => place.Id);
        List<Group> groups =
        [
            .. await AdmittedAsync(unit.Path, from, to, ct),
            .. await AdmittedAndGoneOnAsync(from, to, ct),
            .. await MovedAsync(unit.Path, from, to, ct),
        ];
        bool IsWithin(Guid? id) => id is { } known && places.ContainsKey(known);
        var came = groups.FindAll(g => IsWithin(g.To) && !IsWithin(g.From));
        var went = groups.FindAll(g => IsWithin(g.From) && !IsWithin(g.To));
        Place To(Group group) => places[group.To!.Value];
        Place From(Group group) => places[group.From!.Value];
        var employers = await db.Set<EmployerKind>().AsNoTracking().OrderBy(kind => kind.Rank).ToListAsync(ct);
        return new(
            Causes(came, To),
            Causes(went, From),
            Employers(employers, came.ToLookup(g => To(g).EmployerCode), went.ToLookup(g => From(g).EmployerCode)),
            Below(unit, places, groups)
        );
    }

    private IQueryable<MemberSensitive> Minorities => db.Sensitive.Where(s => s.Ethnicity != "" && s.Ethnicity != Majority);

    private Task<List<Place>> PlacesAsync(string path, CancellationToken ct) =>
        db
            .Units.AsNoTracking()
            .Within(path)
            .Select(u => new Place(u.Id, u.ParentId, u.Path, u.Sector, u.EmployerKindCode, u.Code, u.Name, u.Kind.IsPartOfParent))
            .ToListAsync(ct);

    /// <summary>Those who are still where they were admitted.</summary>
    private async Task<List<Group>> AdmittedAsync(string path, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var movements = db.Movements;
        var groups = await db
            .Members.AsNoTracking()
            .OfUnitsWithin(path)
            .Where(m => m.JoinedOn >= from && m.JoinedOn <= to && m.State != MemberState.AwaitingApproval)
            .Where(m => !movements.Any(on => on.MemberId == m.Id && on.ToUnitId != null && on.On >= m.JoinedOn))
            .LeftJoin(
                Minorities,
                m => m.Id,
                s => s.MemberId,
                (m, s) =>
                    new
                    {
                        m.UnitId,
                        m.Sex,
                        IsMinority = s != null,
                    }
            )
            .GroupBy(m => m)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return groups.ConvertAll(g => new Group(null, null, g.Key.UnitId, g.Key.Sex, g.Key.IsMinority, g.Count));
    }

    /// <summary>The few who went on to another union since: admitted in the one that they left first.</summary>
    private async Task<List<Group>> AdmittedAndGoneOnAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (sensitive, movements) = (db.Sensitive, db.Movements);
        var steps = await db
            .Members.AsNoTracking()
            .Where(m => m.JoinedOn >= from && m.JoinedOn <= to && m.State != MemberState.AwaitingApproval)
            .SelectMany(
                m => movements.Where(on => on.MemberId == m.Id && on.ToUnitId != null && on.On >= m.JoinedOn),
                (m, on) =>
                    new
                    {
                        m.Id,
                        m.Sex,
                        IsMinority = sensitive.Any(s => s.MemberId == m.Id && s.Ethnicity != "" && s.Ethnicity != Majority),
                        on.UnitId,
                        on.On,
                        on.RecordedAt,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. steps
                .OrderBy(s => s.On)
                .ThenBy(s => s.RecordedAt)
                .DistinctBy(s => s.Id)
                .Select(s => new Group(null, null, s.UnitId, s.Sex, s.IsMinority, 1)),
        ];
    }

    private async Task<List<Group>> MovedAsync(string path, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var end = UnitPath.EndOf(path);
        var groups = await db
            .Movements.AsNoTracking()
            .Where(m => m.On >= from && m.On <= to && m.Kind >= MovementKind.Retired)
            .Where(m =>
                (m.Unit.Path.CompareTo(path) >= 0 && m.Unit.Path.CompareTo(end) < 0)
                || (m.ToUnit != null && m.ToUnit.Path.CompareTo(path) >= 0 && m.ToUnit.Path.CompareTo(end) < 0)
            )
            .Join(
                db.Members,
                m => m.MemberId,
                person => person.Id,
                (m, person) =>
                    new
                    {
                        m.MemberId,
                        m.Kind,
                        m.UnitId,
                        m.ToUnitId,
                        person.Sex,
                    }
            )
            .LeftJoin(
                Minorities,
                m => m.MemberId,
                s => s.MemberId,
                (m, s) =>
                    new
                    {
                        m.Kind,
                        m.UnitId,
                        m.ToUnitId,
                        m.Sex,
                        IsMinority = s != null,
                    }
            )
            .GroupBy(m => m)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return groups.ConvertAll(g =>
        {
            var back = g.Key.Kind == MovementKind.Readmitted;
            return new Group(
                g.Key.Kind,
                back ? null : g.Key.UnitId,
                back ? g.Key.UnitId : g.Key.ToUnitId,
                g.Key.Sex,
                g.Key.IsMinority,
                g.Count
            );
        });
    }

    private static List<CauseRow> Causes(List<Group> groups, Func<Group, Place> place) =>
        [
            .. groups
                .GroupBy(g => g.Cause)
                .OrderBy(g => g.Key ?? (MovementKind)(-1))
                .Select(g => new CauseRow(
                    g.Key,
                    g.Key?.Name() ?? Admitted,
                    g.Aggregate(default(ChangeCount), (sum, one) => sum + Count(one, place(one).Sector))
                )),
        ];

    private static ChangeCount Count(Group group, Sector sector) =>
        new(
            group.Count,
            group.Sex == Sex.Female ? group.Count : 0,
            group.IsMinority ? group.Count : 0,
            sector == Sector.State ? group.Count : 0,
            sector == Sector.NonState ? group.Count : 0
        );

    /// <summary>Those with any, in the order of reports; unions of which nobody has said it come last.</summary>
    private static List<EmployerChanges> Employers(List<EmployerKind> kinds, ILookup<string, Group> came, ILookup<string, Group> went) =>
        [
            .. kinds
                .Select(kind => (kind.Code, kind.Name))
                .Append((Code: "", Name: Unsaid))
                .Select(kind => new EmployerChanges(kind.Name, came[kind.Code].Sum(g => g.Count), went[kind.Code].Sum(g => g.Count)))
                .Where(row => row.Increase + row.Decrease > 0),
        ];

    /// <summary>The same for each unit directly below: there, whoever goes to its neighbour leaves it.</summary>
    private static List<UnitChanges> Below(Unit unit, Dictionary<Guid, Place> places, List<Group> groups)
    {
        var level = UnitPath.Under(unit.Path, 0).Length;
        string? Child(Guid? id) =>
            id is { } known && places.GetValueOrDefault(known)?.Path is { } path && path.Length >= level ? path[..level] : null;
        Dictionary<string, (int Increase, int Decrease)> sums = [];
        foreach (var group in groups)
        {
            var (from, to) = (Child(group.From), Child(group.To));
            if (from == to)
                continue;
            if (to is not null)
                sums[to] = sums.GetValueOrDefault(to) with { Increase = sums.GetValueOrDefault(to).Increase + group.Count };
            if (from is not null)
                sums[from] = sums.GetValueOrDefault(from) with { Decrease = sums.GetValueOrDefault(from).Decrease + group.Count };
        }
        var parents = places.Values.Where(p => !p.IsPart).Select(p => p.ParentId).ToHashSet();
        return
        [
            .. places
                .Values.Where(p => p.ParentId == unit.Id && sums.ContainsKey(p.Path))
                .OrderBy(p => p.Code, StringComparer.Ordinal)
                .Select(p => new UnitChanges(p.Id, p.Code, p.Name, parents.Contains(p.Id), sums[p.Path].Increase, sums[p.Path].Decrease)),
        ];
    }
}
