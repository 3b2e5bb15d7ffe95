using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Importing;

/// <summary>Where a large list stands.</summary>
internal enum ImportRunState
{
    /// <summary>Being looked through.</summary>
    Reading = 0,

    /// <summary>The officer says what is to be taken.</summary>
    Checked = 1,

    Taking = 2,
    Done = 3,
    Refused = 4,
}

/// <summary>A list too large for one request: it waits here until a job has looked through it, and again until it is in.</summary>
internal sealed class ImportRun : IOwnedByUnit
{
    public const int MaxFileName = 200,
        MaxMessage = 1000;

    /// <summary>Days after which it is forgotten, whatever became of it.</summary>
    public const int Days = 7;

    /// <summary>Also of the <see cref="MemberImport"/> that it becomes: it becomes one, and once.</summary>
    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    /// <summary>Who gave it, and for whom the job acts.</summary>
    public Guid AccountId { get; set; }

    public required string FileName { get; set; }

    public ImportRunState State { get; set; }

    /// <summary>Lines of the doubtful rows that are right as they are, with commas between.</summary>
    public string Accepted { get; set; } = "";

    public DateTime AskedAt { get; set; }

    /// <summary>A <see cref="ReportSummary"/>; there are names in it.</summary>
    public byte[] SealedSummary { get; set; } = [];

    /// <summary>Why it was refused, or not taken in at the last try.</summary>
    public string Message { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<ImportRun>
    {
        public void Configure(EntityTypeBuilder<ImportRun> run)
        {
            run.ToTable("members_import_runs");
            run.Property(r => r.FileName).HasMaxLength(MaxFileName);
            run.Property(r => r.Message).HasMaxLength(MaxMessage);
            run.HasIndex(r => new { r.AccountId, r.AskedAt });
            run.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
            run.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>
/// A piece of the file, sealed: identity numbers of thousands stand in it. In the database and not in the store of files, so that any
/// instance can go on with it and nothing of it stays.
/// </summary>
internal sealed class ImportPart
{
    /// <summary>Of the file, before it is sealed.</summary>
    public const int Bytes = 1_000_000;

    public Guid Id { get; set; }

    public Guid RunId { get; set; }

    public int Number { get; set; }

    public required byte[] Sealed { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<ImportPart>
    {
        public void Configure(EntityTypeBuilder<ImportPart> part)
        {
            part.ToTable("members_import_parts");
            part.HasIndex(p => new { p.RunId, p.Number }).IsUnique();
            part.HasOne<ImportRun>().WithMany().HasForeignKey(p => p.RunId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
