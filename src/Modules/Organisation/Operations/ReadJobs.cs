using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Operations;

/// <summary>A background job as a person sees it.</summary>
internal sealed record JobRow(Job Job, string Title, string State, BadgeKind Badge, bool CanRetry, bool CanStop)
{
    public bool IsMoving => Job.State == JobState.Running;

    public bool HasProgress => Job is { State: JobState.Running, ProgressTotal: > 0 };
}

/// <summary>The jobs of the installation: those that need a person first, then those that run, then the newest.</summary>
internal sealed class ReadJobs(UnionDb db, JobKinds kinds)
{
    private const int Shown = 100;

    public async Task<IReadOnlyList<JobRow>> HandleAsync(CancellationToken ct)
    {
        var jobs = await db.Set<Job>()
            .AsNoTracking()
            .OrderByDescending(j => j.State == JobState.Failed)
            .ThenByDescending(j => j.State == JobState.Running)
            .ThenByDescending(j => j.CreatedAt)
            .ThenByDescending(j => j.Id)
            .Take(Shown)
            .ToListAsync(ct);
        return [.. jobs.Select(Row)];
    }

    private JobRow Row(Job job)
    {
        var kind = kinds.Find(job.Kind);
        var isStanding = kind?.Schedule is not null;
        var (badge, state) = job.State switch
        {
            JobState.Waiting when job.LastError is not null => (BadgeKind.Late, "Sẽ thử lại"),
            JobState.Waiting when isStanding => (BadgeKind.Neutral, "Theo lịch"),
            JobState.Waiting => (BadgeKind.Waiting, "Đang chờ"),
            JobState.Running when job.CancelRequested => (BadgeKind.Info, "Đang dừng"),
            JobState.Running => (BadgeKind.Info, "Đang chạy"),
            JobState.Done => (BadgeKind.Done, "Xong"),
            JobState.Cancelled => (BadgeKind.Neutral, "Đã dừng"),
            _ => (BadgeKind.Late, "Hỏng"),
        };
        var canRetry = job.State is JobState.Failed or JobState.Cancelled || job is { State: JobState.Waiting, LastError: not null };
        var canStop = job is { State: JobState.Running, CancelRequested: false } || (job.State == JobState.Waiting && !isStanding);
        return new(job, kind?.Title ?? job.Kind, state, badge, canRetry, canStop);
    }
}
