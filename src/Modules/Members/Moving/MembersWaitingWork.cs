using DoanKet.Contracts.Desk;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Moving;

/// <summary>On the home page: people to approve, union by union; entries that came back, for those who entered them.</summary>
internal sealed class MembersWaitingWork(UnionDb db, TimeProvider time) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        List<WaitingGroup> groups = [];
        if (user.Can(Permissions.Approve) && await ToApproveAsync(user, perGroup, ct) is { } toApprove)
            groups.Add(toApprove);
        else if (user.Can(Permissions.Edit) && await ReturnedAsync(user, perGroup, ct) is { } returned)
            groups.Add(returned);
        return groups;
    }

    private async Task<WaitingGroup?> ToApproveAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        var unions = await db.Set<UnionFigures>()
            .AsNoTracking()
            .VisibleTo(user, Permissions.Approve)
            .Where(f => f.Waiting > 0)
            .OrderByDescending(f => f.Waiting)
            .ThenBy(f => f.UnitId)
            .Select(f => new
            {
                f.UnitId,
                f.Unit.Name,
                f.Waiting,
                Since = db.Set<Member>()
                    .Where(m => m.UnitId == f.UnitId && m.State == MemberState.AwaitingApproval)
                    .Min(m => (DateTime?)m.EnteredAt),
            })
            .Take(perGroup + 1)
            .ToListAsync(ct);
        if (unions.Count == 0)
            return null;
        var count =
            unions.Count <= perGroup
                ? unions.Count
                : await db.Set<UnionFigures>().VisibleTo(user, Permissions.Approve).CountAsync(f => f.Waiting > 0, ct);
        return new(
            "Đoàn viên chờ duyệt",
            count,
            "/doan-vien/duyet",
            [
                .. unions
                    .Take(perGroup)
                    .Select(u => new WaitingItem(
                        "Đoàn viên chờ duyệt",
                        u.Name,
                        $"{u.Waiting} người",
                        null,
                        // Where kept figures are wrong the page stands all the same, and the check of the data says so.
                        u.Since
                            ?? time.UtcDateTime(),
                        Pressure.Normal,
                        "Duyệt",
                        $"/doan-vien/duyet?don-vi={u.UnitId}"
                    )),
            ]
        );
    }

    private async Task<WaitingGroup?> ReturnedAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        var returned = db
            .Members.AsNoTracking()
            .VisibleTo(user, Permissions.Edit)
            .Where(m => m.State == MemberState.AwaitingApproval && m.ReturnReason != "");
        var some = await returned
            .OrderBy(m => m.EnteredAt)
            .ThenBy(m => m.Id)
            .Select(m => new
            {
                m.Id,
                m.FullName,
                m.ReturnReason,
                m.EnteredAt,
            })
            .Take(perGroup + 1)
            .ToListAsync(ct);
        if (some.Count == 0)
            return null;
        var count = some.Count <= perGroup ? some.Count : await returned.CountAsync(ct);
        return new(
            "Đoàn viên bị trả lại",
            count,
            "/doan-vien?trang-thai=AwaitingApproval",
            [
                .. some.Take(perGroup)
                    .Select(m => new WaitingItem(
                        "Đoàn viên bị trả lại",
                        m.FullName,
                        m.ReturnReason,
                        null,
                        m.EnteredAt,
                        Pressure.Normal,
                        "Sửa",
                        $"/doan-vien/{m.Id}/sua"
                    )),
            ]
        );
    }
}
