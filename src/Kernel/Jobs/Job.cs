using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Jobs;

/// <summary>A queue with workers of its own, so that no slow job keeps a quick one waiting.</summary>
public enum JobLane
{
    /// <summary>Some milliseconds in the database.</summary>
    Quick = 0,

    /// <summary>Seconds to minutes of this machine: reading files, imports.</summary>
    Slow = 1,

    /// <summary>Waits for somebody else's server: mail, exchange.</summary>
    Outside = 2,

    /// <summary>One at a time on this instance.</summary>
    OneAtATime = 3,
}

public enum JobState
{
    Waiting = 0,
    Running = 1,
    Done = 2,

    /// <summary>Gave up after the last try; a person may press "thử lại".</summary>
    Failed = 3,

    /// <summary>Stopped by a person.</summary>
    Cancelled = 4,
}

/// <summary>A piece of slow or outside work, written in the same transaction as what it serves.</summary>
public sealed class Job
{
    public Guid Id { get; set; }

    /// <summary>Registered name of the kind, e.g. <c>documents.read-file</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>With which others it queues.</summary>
    public JobLane Lane { get; set; }

    /// <summary>What to work on, as the kind understands it (an id, or JSON).</summary>
    public required string Payload { get; set; }

    /// <summary>At most one job with a key exists; null for no such limit.</summary>
    public string? Key { get; set; }

    public JobState State { get; set; }

    public int Tries { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime NextTryAt { get; set; }

    /// <summary>Until when the worker that took it may hold it; a job of a killed worker is taken again after that.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>The worker that holds it; only that one may say how it ended.</summary>
    public Guid? LeasedBy { get; set; }

    public DateTime? DoneAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>Pieces done, of <see cref="ProgressTotal"/>.</summary>
    public int ProgressDone { get; set; }

    /// <summary>Pieces in all; 0 when the job is not counted in pieces.</summary>
    public int ProgressTotal { get; set; }

    /// <summary>A person wants it to stop; its worker sees that within seconds.</summary>
    public bool CancelRequested { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> job)
        {
            job.ToTable("kernel_jobs");
            job.Property(j => j.Kind).HasMaxLength(100);
            job.Property(j => j.Payload).HasMaxLength(4000);
            job.Property(j => j.Key).HasMaxLength(200).UseOrdinalCollation();
            job.Property(j => j.LastError).HasMaxLength(2000);
            job.HasIndex(j => j.Key).IsUnique();
            job.HasIndex(j => new
            {
                j.Lane,
                j.State,
                j.NextTryAt,
            });
            job.HasIndex(j => new { j.State, j.CreatedAt });
        }
    }
}
