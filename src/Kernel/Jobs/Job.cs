using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Jobs;

public enum JobState
{
    Waiting = 0,
    Running = 1,
    Done = 2,

    /// <summary>Gave up after the last try; a person may press "thử lại".</summary>
    Failed = 3,
}

/// <summary>A piece of slow or outside work, written in the same transaction as what it serves.</summary>
public sealed class Job
{
    public Guid Id { get; set; }

    /// <summary>Registered name of the kind, e.g. <c>documents.read-file</c>.</summary>
    public required string Kind { get; set; }

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

    public DateTime? DoneAt { get; set; }

    public string? LastError { get; set; }

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
            job.HasIndex(j => new { j.State, j.NextTryAt });
        }
    }
}
