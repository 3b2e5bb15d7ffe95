using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Quality;

/// <summary>On the home page: unions that have counted their points and wait for the unit above.</summary>
internal sealed class RatingsWaitingWork(UnionDb db) : IWaitingWork
{
    private const string Title = "Xếp loại công đoàn chờ công nhận";

    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        if (!user.Can(Permissions.Approve))
            return [];
        var above = db.Units.ReachedBy(user, Permissions.Approve);
        var waiting = db.Ratings.AsNoTracking().Where(r => r.DecidedOn == null && above.Any(u => u.Id == r.Unit.ParentId));
        var some = await waiting.Include(r => r.Unit).OrderBy(r => r.ProposedAt).ThenBy(r => r.Id).Take(perGroup + 1).ToListAsync(ct);
        if (some.Count == 0)
            return [];
        return
        [
            new(
                Title,
                some.Count <= perGroup ? some.Count : await waiting.CountAsync(ct),
                "/doan-vien/xep-loai",
                [
                    .. some.Take(perGroup)
                        .Select(r => new WaitingItem(
                            Title,
                            r.Unit.Name,
                            $"Năm {r.Year}: {r.ProposedPoints} điểm, {r.ProposedName}",
                            null,
                            r.ProposedAt,
                            Pressure.Normal,
                            "Xem, công nhận",
                            $"/doan-vien/xep-loai/{r.UnitId}"
                        )),
                ]
            ),
        ];
    }
}
