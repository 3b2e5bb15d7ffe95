using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>The part a unit or person has in handling a document (điều 23).</summary>
internal enum AssignmentRole
{
    /// <summary>Chủ trì.</summary>
    Lead = 0,

    /// <summary>Phối hợp.</summary>
    Coordinate = 1,

    /// <summary>Nhận để biết.</summary>
    Inform = 2,
}

internal enum AssignmentState
{
    Open = 0,
    Done = 1,

    /// <summary>Taken back by a later directive; kept, because the books show to whom the document went.</summary>
    Ended = 2,
}

/// <summary>Who does what by when with an incoming document. Exactly one of unit and person is named.</summary>
internal sealed class Assignment : IVersioned
{
    /// <summary>Longest result, in characters.</summary>
    public const int MaxResult = 2000;

    /// <summary>Longest reason for asking for more time, in characters.</summary>
    public const int MaxAskedReason = 500;

    public Guid Id { get; set; }

    public Guid IncomingId { get; set; }

    public IncomingDocument Incoming { get; set; } = null!;

    /// <summary>The part whose holder gave this one on; null for a part of the leader's directive.</summary>
    public Guid? FromId { get; set; }

    public AssignmentRole Role { get; set; }

    public Guid? ToUnitId { get; set; }

    public Unit? ToUnit { get; set; }

    public Guid? ToAccountId { get; set; }

    public Account? ToAccount { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>The day the holder asks for instead; null when nothing is asked.</summary>
    public DateOnly? AskedDueOn { get; set; }

    public string AskedReason { get; set; } = "";

    public AssignmentState State { get; set; }

    public DateTime AssignedAt { get; set; }

    public Guid AssignedBy { get; set; }

    public DateTime? OpenedAt { get; set; }

    /// <summary>The last time that the holder was reminded.</summary>
    public DateTime? RemindedAt { get; set; }

    public DateTime? DoneAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>What came of it, in the handler's words.</summary>
    public string Result { get; set; } = "";

    public int Version { get; set; }

    /// <summary>Who holds it, as shown; wants <see cref="ToUnit"/> and <see cref="ToAccount"/> loaded.</summary>
    public string Holder => ToAccount?.FullName ?? ToUnit?.Name ?? "";

    /// <summary>Something is to be done, not only to be known.</summary>
    public bool IsWork => Role != AssignmentRole.Inform;

    private sealed class Configuration : IEntityTypeConfiguration<Assignment>
    {
        public void Configure(EntityTypeBuilder<Assignment> assignment)
        {
            assignment.ToTable("documents_assignments");
            assignment.Property(a => a.Result).HasMaxLength(Assignment.MaxResult);
            assignment.Ignore(a => a.Holder).Ignore(a => a.IsWork);
            assignment.Property(a => a.AskedReason).HasMaxLength(Assignment.MaxAskedReason).HasDefaultValue("");
            assignment.HasOne<Assignment>().WithMany().HasForeignKey(a => a.FromId).OnDelete(DeleteBehavior.Restrict);
            // Questions for more time, of which there are few.
            assignment.HasIndex(a => a.AssignedBy).HasFilter("\"AskedDueOn\" is not null");
            // To whom a leader gave work of late.
            assignment.HasIndex(a => new { a.AssignedBy, a.AssignedAt });
            assignment.HasIndex(a => a.IncomingId);
            assignment.HasIndex(a => new { a.ToUnitId, a.State });
            assignment.HasIndex(a => new { a.ToAccountId, a.State });
            assignment.HasOne(a => a.Incoming).WithMany().HasForeignKey(a => a.IncomingId).OnDelete(DeleteBehavior.Cascade);
            assignment.HasOne(a => a.ToUnit).WithMany().HasForeignKey(a => a.ToUnitId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasOne(a => a.ToAccount).WithMany().HasForeignKey(a => a.ToAccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
