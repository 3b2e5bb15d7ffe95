using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Operations;

/// <summary>What of the installation waits for its administrator: jobs that gave up.</summary>
internal sealed class OperationsWaitingWork(UnionDb db, JobKinds kinds) : IWaitingWork
{
    private const string Link = "/he-thong/cong-viec";

    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        if (!user.CanEverywhere(Permissions.Operations))
            return [];
        var failed = db.Set<Job>().AsNoTracking().Where(j => j.State == JobState.Failed);
        var count = await failed.CountAsync(ct);
        if (count == 0)
            return [];
        var jobs = await failed.OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).Take(perGroup).ToListAsync(ct);
        return [new("Công việc nền bị hỏng", count, Link, [.. jobs.Select(Item)])];
    }

    private WaitingItem Item(Job job) =>
        new(
            "Công việc nền bị hỏng",
            kinds.Find(job.Kind)?.Title ?? job.Kind,
            job.LastError ?? "Không rõ lý do",
            Due: null,
            job.CreatedAt,
            Pressure.Urgent,
            "Xem và cho chạy lại",
            Link
        );
}
