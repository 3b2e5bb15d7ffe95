using DoanKet.Contracts.Desk;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Requests;

/// <summary>On the home page: requests of the members of one's own unions, the one that is due first.</summary>
internal sealed class RequestsWaitingWork(UnionDb db, TimeProvider time) : IWaitingWork
{
    private const string Title = "Yêu cầu của đoàn viên";

    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        var mine = user.UnitsWhere(Permissions.Edit);
        if (mine.Count == 0)
            return [];
        var today = time.Today();
        var open = db.Requests.AsNoTracking().WhereOneOf(r => r.UnitId, mine).Where(r => r.State < RequestState.Granted);
        var some = await open.Include(r => r.Member).OrderBy(r => r.AnswerBy).ThenBy(r => r.Id).Take(perGroup + 1).ToListAsync(ct);
        if (some.Count == 0)
            return [];
        var overdue = await open.CountAsync(r => (r.State == RequestState.Sent && r.AcknowledgeBy < today) || r.AnswerBy < today, ct);
        return
        [
            new(
                Title,
                some.Count <= perGroup ? some.Count : await open.CountAsync(ct),
                "/doan-vien/yeu-cau",
                [
                    .. some.Take(perGroup)
                        .Select(r => new WaitingItem(
                            Title,
                            r.Member.FullName,
                            r.KindName,
                            r.DueOn,
                            r.AskedAt,
                            r.DueOn < today ? Pressure.Overdue : Pressure.Normal,
                            r.State == RequestState.Sent ? "Xem, báo đã nhận" : "Trả lời",
                            $"/doan-vien/yeu-cau/{r.Id}"
                        )),
                ],
                overdue
            ),
        ];
    }
}
