using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Audit;

/// <summary>One act that somebody did; rows are only ever added, each sealed with the hash of the one before (architecture rule
/// 11).</summary>
public sealed class AuditEntry
{
    /// <summary>Lengths of the columns; what is longer is cut.</summary>
    internal const int MaxActor = 400,
        MaxText = 2000;

    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Sequence { get; set; }

    public DateTime At { get; set; }

    /// <summary>Null for the program itself.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The person's name and unit on that day, as text.</summary>
    public required string Actor { get; set; }

    /// <summary>
    /// The unit for which the person acted; null for the program itself. Whoever administers the unit may read the entry.
    /// </summary>
    public Guid? UnitId { get; set; }

    /// <summary>Registered name of the act, e.g. <c>documents.incoming.registered</c>.</summary>
    public required string Action { get; set; }

    public Guid? SubjectId { get; set; }

    /// <summary>What happened, in Vietnamese, readable without the rest of the database. Never secrets, never national identity
    /// numbers.</summary>
    public required string Text { get; set; }

    /// <summary>SHA-256 in hexadecimal over the entry before and this one.</summary>
    public required string Hash { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entry)
        {
            entry.ToTable("kernel_audit");
            entry.HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).ValueGeneratedNever();
            entry.Property(e => e.Actor).HasMaxLength(MaxActor);
            entry.Property(e => e.Action).HasMaxLength(100);
            entry.Property(e => e.Text).HasMaxLength(MaxText);
            entry.Property(e => e.Hash).HasMaxLength(64);
            entry.HasIndex(e => e.SubjectId);
            entry.HasIndex(e => new { e.AccountId, e.Sequence });
            entry.HasIndex(e => new { e.UnitId, e.Sequence });
        }
    }
}
