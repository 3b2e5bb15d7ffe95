using DoanKet.Kernel.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>Two distinct responsibilities, kept as two records (điều 12; phụ lục VI, phần I, 5).</summary>
internal enum ApprovalKind
{
    Content = 0,
    Format = 1,

    /// <summary>Only ever a refusal: a signature is more than an approval and is kept with the document.</summary>
    Signature = 2,
}

/// <summary>A decision on one version of a draft.</summary>
internal sealed class Approval
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxNote = 2000;

    public Guid Id { get; set; }

    public Guid OutgoingId { get; set; }

    public ApprovalKind Kind { get; set; }

    /// <summary>False: sent back with <see cref="Note"/> as the reason.</summary>
    public bool Approved { get; set; }

    /// <summary>Which version of the draft was decided on.</summary>
    public int DraftNumber { get; set; }

    public Guid AccountId { get; set; }

    public Account Account { get; set; } = null!;

    public DateTime At { get; set; }

    public string Note { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<Approval>
    {
        public void Configure(EntityTypeBuilder<Approval> approval)
        {
            approval.ToTable("documents_approvals");
            approval.Property(a => a.Note).HasMaxLength(Approval.MaxNote);
            approval.HasIndex(a => new { a.OutgoingId, a.At });
            approval.HasOne<OutgoingDocument>().WithMany().HasForeignKey(a => a.OutgoingId).OnDelete(DeleteBehavior.Cascade);
            approval.HasOne(a => a.Account).WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
