using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Jobs;

/// <summary>Removes each day what nobody will look at again. The history of documents and the audit log are never touched.</summary>
internal sealed class Tidy(UnionDb db, TimeProvider time) : IJobHandler
{
    public const string Name = "kernel.tidy";

    /// <summary>At night, when nobody waits.</summary>
    public const string Schedule = "30 2 * * *";

    private static readonly TimeSpan DoneJobs = TimeSpan.FromDays(7),
        FailedJobs = TimeSpan.FromDays(90),
        ReadNotices = TimeSpan.FromDays(90),
        UnreadNotices = TimeSpan.FromDays(365),
        Sessions = TimeSpan.FromDays(90);

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        var (done, failed) = (now - DoneJobs, now - FailedJobs);
        var (read, unread, sessions) = (now - ReadNotices, now - UnreadNotices, now - Sessions);
        await db.Set<Job>()
            .Where(j =>
                ((j.State == JobState.Done || j.State == JobState.Cancelled) && j.CreatedAt < done)
                || (j.State == JobState.Failed && j.CreatedAt < failed)
            )
            .ExecuteDeleteAsync(ct);
        await db.Set<Notice>().Where(n => n.ReadAt < read || (n.ReadAt == null && n.At < unread)).ExecuteDeleteAsync(ct);
        await db.Set<SignInSession>().Where(s => s.StartedAt < sessions).ExecuteDeleteAsync(ct);
    }
}
