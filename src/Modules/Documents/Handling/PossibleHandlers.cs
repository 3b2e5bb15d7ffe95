using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Shared;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Somebody who can be given a document. Key: "u:id" or "p:id". Place: the board or unit under which the form lists it.</summary>
internal sealed record PossibleHandler(string Key, Guid? UnitId, Guid? AccountId, string Name, string Title, Guid PlaceId, string Place)
{
    public static string KeyOf(Assignment part) => part.ToUnitId is { } unit ? $"u:{unit}" : $"p:{part.ToAccountId}";
}

/// <summary>The office's boards and the units right below it, and the officers of the office and its boards.</summary>
internal sealed class PossibleHandlers(UnionDb db, Deputies deputies, TimeProvider time)
{
    private static readonly string[] Officers = [Roles.Leader, Roles.Head, Roles.Specialist, Roles.Clerk];

    private const int Usual = 5,
        UsualDays = 120,
        UsualLooked = 200;

    private static readonly Guid UsualPlace = new(1, 0, 0, new byte[8]);

    /// <summary>Own officers first, then the boards with theirs, then the units below.</summary>
    public async Task<IReadOnlyList<PossibleHandler>> ForAsync(Guid officeId, CancellationToken ct)
    {
        var today = time.Today();
        var below = await db
            .Units.AsNoTracking()
            .Where(u => u.ParentId == officeId)
            .Living(today)
            .OrderBy(u => u.Path)
            .Select(u => new
            {
                u.Id,
                u.Name,
                u.Kind.IsPartOfParent,
            })
            .ToListAsync(ct);
        var boards = below.Where(u => u.IsPartOfParent).Select(u => u.Id).ToList();
        var people = await db
            .Posts.AsNoTracking()
            .HeldOn(today)
            .Where(p => (p.UnitId == officeId || boards.Contains(p.UnitId)) && Officers.Contains(p.RoleCode) && p.Account.ClosedAt == null)
            .OrderBy(p => p.Id)
            .Select(p => new
            {
                p.AccountId,
                p.Account.FullName,
                p.Title,
                p.UnitId,
                UnitName = p.Unit.Name,
            })
            .ToListAsync(ct);
        var away = await deputies.TodayAsync(ct);
        var persons = people
            .DistinctBy(p => p.AccountId)
            .Select(p => new PossibleHandler(
                "p:" + p.AccountId,
                null,
                p.AccountId,
                p.FullName,
                Told(p.Title, p.AccountId),
                p.UnitId,
                p.UnitName
            ))
            .OrderBy(p => VietnameseOrder.NameKey(p.Name), StringComparer.Ordinal)
            .ToLookup(p => p.PlaceId);
        string Told(string title, Guid person) => away.TryGetValue(person, out var deputy) ? $"{title} ({deputy.Told})" : title;
        return
        [
            .. persons[officeId],
            .. below.Where(u => u.IsPartOfParent).SelectMany(u => persons[u.Id].Prepend(Whole(u.Id, u.Name, u.Id, u.Name))),
            .. below.Where(u => !u.IsPartOfParent).Select(u => Whole(u.Id, u.Name, Guid.Empty, "Đơn vị trực thuộc")),
        ];
    }

    /// <summary>Those to whom a person gave work most often of late stand first, as a group of their own.</summary>
    public async Task<IReadOnlyList<PossibleHandler>> UsualFirstAsync(Guid officeId, Guid account, CancellationToken ct)
    {
        var all = await ForAsync(officeId, ct);
        var since = time.UtcDateTime().AddDays(-UsualDays);
        var given = await db
            .Assignments.AsNoTracking()
            .Where(a => a.AssignedBy == account && a.AssignedAt >= since && a.Role != AssignmentRole.Inform)
            .OrderByDescending(a => a.AssignedAt)
            .Take(UsualLooked)
            .Select(a => new { a.ToUnitId, a.ToAccountId })
            .ToListAsync(ct);
        var usual = given
            .GroupBy(a => a.ToUnitId is { } unit ? $"u:{unit}" : $"p:{a.ToAccountId}")
            .OrderByDescending(g => g.Count())
            .Select(g => all.FirstOrDefault(h => h.Key == g.Key))
            .OfType<PossibleHandler>()
            .Take(Usual)
            .Select(h => h with { PlaceId = UsualPlace, Place = "Thường giao" })
            .ToList();
        return [.. usual, .. all.ExceptBy(usual.Select(h => h.Key), h => h.Key)];
    }

    /// <summary>To whom a part can be given on or over: the people of the unit that holds it first, then those of the office.</summary>
    public async Task<IReadOnlyList<PossibleHandler>> ForPartAsync(Guid officeId, Assignment part, CancellationToken ct)
    {
        var all = await ForAsync(officeId, ct);
        var own = part.ToUnitId is { } unit && all.All(h => h.PlaceId != unit) ? await ForAsync(unit, ct) : [];
        var holder = PossibleHandler.KeyOf(part);
        return
        [
            .. own.Concat(all)
                .DistinctBy(h => h.Key)
                .Where(h => h.Key != holder)
                .OrderByDescending(h => part.ToUnitId is { } held && h.PlaceId == held),
        ];
    }

    private static PossibleHandler Whole(Guid id, string name, Guid placeId, string place) =>
        new("u:" + id, id, null, name, placeId == id ? "Cả đơn vị" : "", placeId, place);
}
