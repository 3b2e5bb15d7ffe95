using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Signing.Rounds;

internal enum AgentJobState
{
    /// <summary>Nobody has fetched it.</summary>
    Waiting = 0,

    /// <summary>A program at somebody's computer has it; nobody gets it a second time.</summary>
    Fetched = 1,

    Done = 2,

    /// <summary>It came back without a signature; <see cref="AgentJob.Failure"/> says why.</summary>
    Failed = 3,
}

/// <summary>
/// What the program beside a token has to do: sign the papers of a round, or show the certificate of the token so that it may be used.
/// </summary>
internal sealed class AgentJob
{
    public const string Address = "/chu-ky-so/token";

    public const int MaxFailure = 300;

    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>Null: the certificate of a token is to be added.</summary>
    public Guid? RoundId { get; set; }

    /// <summary>Whose certificate is to be added, where it is a unit's; null for the person's own.</summary>
    public Guid? UnitId { get; set; }

    public AgentJobState State { get; set; }

    /// <summary>Each time it is given out again the code before is worth nothing.</summary>
    public int Attempt { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? FetchedAt { get; set; }

    /// <summary>SHA-256 of what whoever fetched it has to show with the answer.</summary>
    public byte[]? AnswerKeyHash { get; set; }

    public string Failure { get; set; } = "";

    /// <summary>Its page.</summary>
    public static string AddressOf(Guid job) => $"{Address}/{job}";

    private sealed class Configuration : IEntityTypeConfiguration<AgentJob>
    {
        public void Configure(EntityTypeBuilder<AgentJob> job)
        {
            job.ToTable("signing_agent_jobs");
            job.Property(j => j.AnswerKeyHash).HasMaxLength(32);
            job.Property(j => j.Failure).HasMaxLength(MaxFailure);
            job.HasIndex(j => j.RoundId).IsUnique();
            job.HasIndex(j => new { j.AccountId, j.CreatedAt });
            job.HasOne<Account>().WithMany().HasForeignKey(j => j.AccountId).OnDelete(DeleteBehavior.Restrict);
            job.HasOne<Unit>().WithMany().HasForeignKey(j => j.UnitId).OnDelete(DeleteBehavior.Restrict);
            job.HasOne<SigningRound>().WithMany().HasForeignKey(j => j.RoundId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
