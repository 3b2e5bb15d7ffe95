using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Operations;

/// <summary>Stops a job: one that waits never begins, one that runs stops within seconds at a place from which it can go on.</summary>
internal sealed class CancelJob(UnionDb db, Work work, JobKinds kinds, AuditTrail audit, UserContext user)
{
    public Task<Result> HandleAsync(Guid id, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                // A worker that takes it at this moment waits, or has taken it.
                await db.Dialect.LockRowAsync<Job>(db, id, ct);
                var job = await db.Set<Job>().FirstOrDefaultAsync(j => j.Id == id, ct);
                if (job is null || !user.Required.CanEverywhere(Permissions.Operations))
                    return Result.Refuse("Không tìm thấy công việc, hoặc anh/chị không có quyền.");
                var kind = kinds.Find(job.Kind);
                switch (job.State)
                {
                    case JobState.Running:
                        job.CancelRequested = true;
                        break;
                    case JobState.Waiting when kind?.Schedule is null:
                        job.State = JobState.Cancelled;
                        break;
                    case JobState.Waiting:
                        return Result.Fail("Việc này chạy theo lịch, đến giờ sẽ tự chạy; không có gì để dừng.");
                    default:
                        return Result.Fail("Công việc đã kết thúc, không cần dừng.");
                }
                audit.Record("organisation.job.stopped", job.Id, $"Dừng công việc nền: {kind?.Title ?? job.Kind}");
                return Result.Success;
            },
            ct
        );
}
