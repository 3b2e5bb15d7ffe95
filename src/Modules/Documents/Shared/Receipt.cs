using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>How far a receiver is. Overdue is not a state: it follows from the deadline and the day.</summary>
internal enum ReceiptState
{
    Delivered = 0,
    Opened = 1,
    Registered = 2,
    Done = 3,
    Returned = 4,
}

/// <summary>What the sender knows of one receiver: written with the receiver's own copy, kept true by the receiver's acts.</summary>
internal sealed class Receipt
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReturnReason = 1000;

    /// <summary>The receiver's own record; one receipt each.</summary>
    public Guid IncomingId { get; set; }

    public IncomingDocument Incoming { get; set; } = null!;

    public Guid OutgoingId { get; set; }

    public OutgoingDocument Outgoing { get; set; } = null!;

    public Guid ReceiverId { get; set; }

    public Unit Receiver { get; set; } = null!;

    public ReceiptState State { get; set; }

    public DateTime DeliveredAt { get; set; }

    public DateTime? OpenedAt { get; set; }

    public DateTime? RegisteredAt { get; set; }

    public int? ArrivalNumber { get; set; }

    public DateTime? DoneAt { get; set; }

    public DateTime? ReturnedAt { get; set; }

    public string ReturnReason { get; set; } = "";

    /// <summary>When the sender's clerk said that the return is dealt with; until then it waits on the clerk's home page.</summary>
    public DateTime? ReturnSettledAt { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateTime? RemindedAt { get; set; }

    public int Reminders { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<Receipt>
    {
        public void Configure(EntityTypeBuilder<Receipt> receipt)
        {
            receipt.ToTable("documents_receipts");
            receipt.HasKey(r => r.IncomingId);
            receipt.Property(r => r.ReturnReason).HasMaxLength(Receipt.MaxReturnReason);
            receipt.HasIndex(r => new { r.OutgoingId, r.ReceiverId }).IsUnique();
            receipt.HasIndex(r => new { r.OutgoingId, r.State });
            // Returns that wait for the sender, of which there are few.
            receipt.HasIndex(r => r.ReturnedAt).HasFilter("\"State\" = 4 and \"ReturnSettledAt\" is null");
            receipt.HasOne(r => r.Incoming).WithOne().HasForeignKey<Receipt>(r => r.IncomingId).OnDelete(DeleteBehavior.Cascade);
            receipt.HasOne(r => r.Outgoing).WithMany().HasForeignKey(r => r.OutgoingId).OnDelete(DeleteBehavior.Restrict);
            receipt.HasOne(r => r.Receiver).WithMany().HasForeignKey(r => r.ReceiverId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
