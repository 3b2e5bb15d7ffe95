using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Somebody who can be given a document. Key: "u:id" or "p:id". Place: the board or unit under which the form lists it.</summary>
internal sealed record PossibleHandler(string Key, Guid? UnitId, Guid? AccountId, string Name, string Title, Guid PlaceId, string Place);

/// <summary>The office's boards and the units right below it, and the officers of the office and its boards.</summary>
internal sealed class PossibleHandlers(UnionDb db, TimeProvider time)
{
    private static readonly string[] Officers = [Roles.Leader, Roles.Head, Roles.Specialist, Roles.Clerk];

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
        var persons = people
            .DistinctBy(p => p.AccountId)
            .Select(p => new PossibleHandler("p:" + p.AccountId, null, p.AccountId, p.FullName, p.Title, p.UnitId, p.UnitName))
            .OrderBy(p => VietnameseOrder.NameKey(p.Name), StringComparer.Ordinal)
            .ToLookup(p => p.PlaceId);
        return
        [
            .. persons[officeId],
            .. below.Where(u => u.IsPartOfParent).SelectMany(u => persons[u.Id].Prepend(Whole(u.Id, u.Name, u.Id, u.Name))),
            .. below.Where(u => !u.IsPartOfParent).Select(u => Whole(u.Id, u.Name, Guid.Empty, "Đơn vị trực thuộc")),
        ];
    }

    private static PossibleHandler Whole(Guid id, string name, Guid placeId, string place) =>
        new("u:" + id, id, null, name, placeId == id ? "Cả đơn vị" : "", placeId, place);
}
