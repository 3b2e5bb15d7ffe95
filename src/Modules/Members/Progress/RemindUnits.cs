using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Progress;

/// <summary>Tells the officers of units how far they are behind what they have to enter; each unit once a day at most.</summary>
internal sealed class RemindUnits(UnionDb db, Work work, Notices notices, AuditTrail audit, UserContext user, TimeProvider time)
{
    private static readonly string[] Officers = [Roles.Organiser, Roles.Grassroots];

    /// <param name="below">Of those directly below the unit, the ones that have reached less than this many per cent.</param>
    /// <returns>How many units were told.</returns>
    public async Task<Result<int>> HandleAsync(Unit unit, int? below, CancellationToken ct)
    {
        if (!user.Required.Can(Permissions.Approve, unit))
            return Result<int>.Refuse("Anh/chị không có quyền nhắc các đơn vị này.");
        if (below is not (> 0 and <= 100))
            return Result<int>.Fail("Hãy ghi từ 1 đến 100 phần trăm.", "Below");
        var today = time.Today();
        return await TellAsync(unit, row => row.Percent < below && row.Set!.RemindedOn != today, isAsked: true, ct);
    }

    /// <param name="isBehind">Asked of units with a target.</param>
    /// <param name="isAsked">By the person who is signed in, and so it stands in the log.</param>
    public Task<Result<int>> TellAsync(Unit unit, Func<ProgressRow, bool> isBehind, bool isAsked, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                // Two presses at one moment: the second waits here and finds who has been told.
                await db.Dialect.LockRowAsync<Unit>(db, unit.Id, ct);
                var today = time.Today();
                var rows = (await db.ProgressAsync(unit, today, ct)).Below.Where(row => row.Set is not null && isBehind(row)).ToList();
                foreach (var row in rows)
                {
                    var due = row.Set!.DueOn is { } day ? $", hạn {day.Show()}" : "";
                    var text = $"{unit.Name} nhắc nhập đoàn viên: {row.Name} mới có {row.Sentence}{due}.";
                    await notices.TellPostsAsync([row.Id], Officers, text, "/doan-vien/tien-do", ct);
                }
                var told = rows.Select(row => row.Set!.Id).ToList();
                await db.Set<MemberTarget>()
                    .Where(t => told.Contains(t.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(t => t.RemindedOn, today), ct);
                if (isAsked && rows.Count > 0)
                    audit.Record("members.reminded", unit.Id, $"Nhắc nhập đoàn viên: {string.Join(", ", rows.Select(row => row.Name))}");
                return Result.Of(rows.Count);
            },
            ct
        );
}
