using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Operations;

/// <summary>Puts a job that gave up back into the queue.</summary>
internal sealed class RetryJob(UnionDb db, Work work, AuditTrail audit, UserContext user, TimeProvider time)
{
    public Task<Result> HandleAsync(Guid id, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var job = await db.Set<Job>().FirstOrDefaultAsync(j => j.Id == id, ct);
                if (job is null || !user.Required.CanEverywhere(Permissions.Operations))
                    return Result.Refuse("Không tìm thấy công việc, hoặc anh/chị không có quyền.");
                if (job.State is JobState.Running or JobState.Done)
                    return Result.Fail("Công việc đang chạy hoặc đã xong, không cần thử lại.");
                job.State = JobState.Waiting;
                job.Tries = 0;
                job.NextTryAt = time.UtcDateTime();
                audit.Record("organisation.job.retried", job.Id, $"Cho chạy lại công việc {job.Kind}");
                return Result.Success;
            },
            ct
        );
}
