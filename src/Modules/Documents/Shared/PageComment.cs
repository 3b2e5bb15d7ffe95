using DoanKet.Kernel.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>What somebody says about one page of a draft, for its drafter.</summary>
internal sealed class PageComment
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxText = 1000;

    public Guid Id { get; set; }

    public Guid OutgoingId { get; set; }

    /// <summary>The version that was commented.</summary>
    public int DraftNumber { get; set; }

    /// <summary>From 1.</summary>
    public int Page { get; set; }

    /// <summary>Name of the file beside the text whose page it is; empty for the text.</summary>
    public string Annex { get; set; } = "";

    public required string Text { get; set; }

    public Guid AccountId { get; set; }

    public Account Account { get; set; } = null!;

    public DateTime At { get; set; }

    /// <summary>When the drafter said it was seen to; null as long as it is open.</summary>
    public DateTime? DoneAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<PageComment>
    {
        public void Configure(EntityTypeBuilder<PageComment> comment)
        {
            comment.ToTable("documents_page_comments");
            comment.Property(c => c.Text).HasMaxLength(MaxText);
            comment.Property(c => c.Annex).HasMaxLength(255).HasDefaultValue("");
            comment.HasIndex(c => new
            {
                c.OutgoingId,
                c.DraftNumber,
                c.Page,
            });
            comment.HasOne<OutgoingDocument>().WithMany().HasForeignKey(c => c.OutgoingId).OnDelete(DeleteBehavior.Cascade);
            comment.HasOne(c => c.Account).WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
