using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Transfers;

/// <summary>On the home page: members whom another union sends or asks for.</summary>
internal sealed class TransfersWaitingWork(UnionDb db) : IWaitingWork
{
    private const string Title = "Chuyển sinh hoạt chờ trả lời";

    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        if (!user.Can(Permissions.Edit))
            return [];
        var waiting = db.Transfers.AsNoTracking().ToAnswer(user);
        var some = await waiting
            .OrderBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.Member.FullName,
                Other = t.IsFromHome ? t.FromUnit.Name : t.ToUnit.Name,
                t.IsFromHome,
                t.AskedAt,
            })
            .Take(perGroup + 1)
            .ToListAsync(ct);
        if (some.Count == 0)
            return [];
        var count = some.Count <= perGroup ? some.Count : await waiting.CountAsync(ct);
        return
        [
            new(
                Title,
                count,
                $"/doan-vien/chuyen?trang-thai={TransferState.Asked}",
                [
                    .. some.Take(perGroup)
                        .Select(t => new WaitingItem(
                            Title,
                            t.FullName,
                            t.IsFromHome ? $"từ {t.Other} chuyển đến" : $"{t.Other} đề nghị tiếp nhận",
                            null,
                            t.AskedAt,
                            Pressure.Normal,
                            "Trả lời",
                            $"/doan-vien/chuyen/{t.Id}"
                        )),
                ]
            ),
        ];
    }
}
