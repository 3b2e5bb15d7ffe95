using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Cards;

/// <summary>On the home page: cards to approve and to print, for those who issue them; cards to hand over, for their unions.</summary>
internal sealed class CardsWaitingWork(UnionDb db) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        List<WaitingGroup> groups = [];
        if (user.Can(Permissions.Cards))
            await AddAsync(groups, user, Permissions.Cards, CardState.Asked, new("Thẻ chờ duyệt", "Duyệt", CardGroup.Asked), perGroup, ct);
        else if (user.Can(Permissions.Edit))
            await AddAsync(
                groups,
                user,
                Permissions.Edit,
                CardState.Delivered,
                new("Thẻ chờ trao", "Trao", CardGroup.Delivered),
                perGroup,
                ct
            );
        return groups;
    }

    private sealed record Words(string Title, string Act, CardGroup Group);

    /// <summary>Union by union, the one that waits longest first.</summary>
    private async Task AddAsync(
        List<WaitingGroup> groups,
        CurrentUser user,
        Permission permission,
        CardState state,
        Words words,
        int perGroup,
        CancellationToken ct
    )
    {
        var unions = await db
            .Cards.AsNoTracking()
            .VisibleTo(user, permission)
            .Where(c => c.State == state)
            .GroupBy(c => new { c.UnitId, c.Unit.Name })
            .Select(g => new
            {
                g.Key.UnitId,
                g.Key.Name,
                Cards = g.Count(),
                Since = g.Min(c => c.AskedAt),
            })
            .OrderBy(g => g.Since)
            .ThenBy(g => g.UnitId)
            .ToListAsync(ct);
        if (unions.Count == 0)
            return;
        var address = $"/doan-vien/the?nhom={words.Group}";
        groups.Add(
            new(
                words.Title,
                unions.Count,
                address,
                [
                    .. unions
                        .Take(perGroup)
                        .Select(u => new WaitingItem(
                            words.Title,
                            u.Name,
                            $"{u.Cards} thẻ",
                            null,
                            u.Since,
                            Pressure.Normal,
                            words.Act,
                            $"{address}&don-vi={u.UnitId}"
                        )),
                ]
            )
        );
    }
}
