using DoanKet.Kernel.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>
/// Somebody whose signature stands on the document beside the signer's: the secretary of a meeting on its minutes, the other members of
/// an inspection on its report. They sign in their order and before the signer.
/// </summary>
internal sealed class CoSigner
{
    /// <summary>More do not fit below a text.</summary>
    public const int Most = 8;

    public Guid Id { get; set; }

    public Guid OutgoingId { get; set; }

    /// <summary>From 1.</summary>
    public int Ordinal { get; set; }

    public Guid AccountId { get; set; }

    public required string Name { get; set; }

    public required string Title { get; set; }

    /// <summary>When the person said to have signed the version that was approved; null before, and again after a new version.</summary>
    public DateTime? SignedAt { get; set; }

    /// <summary>The signature stands in the file itself, and not on a printed paper.</summary>
    public bool SignedInFile { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<CoSigner>
    {
        public void Configure(EntityTypeBuilder<CoSigner> signer)
        {
            signer.ToTable("documents_cosigners");
            signer.Property(s => s.Name).HasMaxLength(Account.MaxFullName);
            signer.Property(s => s.Title).HasMaxLength(Post.MaxTitle);
            signer.HasIndex(s => new { s.OutgoingId, s.AccountId }).IsUnique();
            // What waits for a person.
            signer.HasIndex(s => s.AccountId).HasFilter("\"SignedAt\" is null");
            signer.HasOne<OutgoingDocument>().WithMany(d => d.CoSigners).HasForeignKey(s => s.OutgoingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
