using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>Where an outgoing document stands; each state waits for one person's one act.</summary>
internal enum OutgoingState
{
    /// <summary>With the drafter.</summary>
    Draft = 0,

    /// <summary>Waits for the head of the drafting unit: content (điều 12.1).</summary>
    ContentReview = 1,

    /// <summary>Waits for the clerk: format and presentation (điều 12.2).</summary>
    FormatReview = 2,

    /// <summary>Waits for the competent person's signature (điều 13).</summary>
    Signing = 3,

    /// <summary>Signed; waits for number, date and issue (điều 15, 18).</summary>
    Signed = 4,

    Issued = 5,
}

/// <summary>Văn bản đi (Nghị định 30/2020, phụ lục VI, phần II).</summary>
internal sealed class OutgoingDocument : IFindable, IVersioned
{
    /// <summary>Longest texts, in characters.</summary>
    public const int MaxSubject = 1000,
        MaxNote = 1000,
        MaxSignerAuthority = 300,
        MaxRecallReason = 500;

    /// <summary>The symbol of a number: together with the digits and the year's mark it fits into <see cref="NumberText"/>.</summary>
    public const int MaxNotation = 40;

    public Guid Id { get; set; }

    /// <summary>The unit that issues it and in whose book it stands: the federation, not its board.</summary>
    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    /// <summary>The board or unit in which it is drafted; its head approves the content.</summary>
    public Guid DraftingUnitId { get; set; }

    public Unit DraftingUnit { get; set; } = null!;

    public Guid DrafterId { get; set; }

    public Account Drafter { get; set; } = null!;

    public OutgoingState State { get; set; }

    public DateTime CreatedAt { get; set; }

    public string KindCode { get; set; } = "";

    public string Subject { get; set; } = "";

    public Urgency Urgency { get; set; }

    /// <summary>Hạn trả lời, shown to the receivers as their deadline.</summary>
    public DateOnly? ReplyBy { get; set; }

    public string BookCode { get; set; } = "";

    public int? Year { get; set; }

    /// <summary>Số đi: unique in book and year, starts at 1 on 1 January (điều 15).</summary>
    public int? Number { get; set; }

    /// <summary>Số, ký hiệu as printed, e.g. "18/HD-LĐLĐ".</summary>
    public string NumberText { get; set; } = "";

    public string NumberKey { get; set; } = "";

    public DateOnly? IssuedOn { get; set; }

    public DateTime? IssuedAt { get; set; }

    public Guid? SignerId { get; set; }

    public Account? Signer { get; set; }

    /// <summary>Quyền hạn: what stands above the position, e.g. "TM. BAN THƯỜNG VỤ, KT. CHỦ TỊCH" (phụ lục I, phần II, 7).</summary>
    public string SignerAuthority { get; set; } = "";

    public string SignerName { get; set; } = "";

    public string SignerTitle { get; set; } = "";

    /// <summary>Those who sign beside the signer; mostly nobody. Loaded where it is asked for.</summary>
    public List<CoSigner> CoSigners { get; } = [];

    /// <summary>Whose turn it is before the signer's; null when it is the signer's.</summary>
    public CoSigner? NextCoSigner => CoSigners.Where(s => s.SignedAt is null).MinBy(s => s.Ordinal);

    /// <summary>How it was signed, in words.</summary>
    public string SigningMethod { get; set; } = "";

    public DateTime? SignedAt { get; set; }

    /// <summary>When number, day and the unit's signature came into the file; null for what is issued without.</summary>
    public DateTime? SealedAt { get; set; }

    /// <summary>Number of copies issued.</summary>
    public int Copies { get; set; }

    public string Note { get; set; } = "";

    /// <summary>The incoming document that this one answers.</summary>
    public Guid? AnswersId { get; set; }

    /// <summary>The issued document of the same unit that this one replaces or corrects.</summary>
    public Guid? AmendsId { get; set; }

    public Amendment? Amendment { get; set; }

    /// <summary>The latest draft until it is signed, then the signed file.</summary>
    public Guid ContentId { get; set; }

    public DocumentContent Content { get; set; } = null!;

    public long? SearchId { get; set; }

    /// <summary>When the issuing unit took it back; from then on it is frozen.</summary>
    public DateTime? RecalledAt { get; set; }

    public string RecallReason { get; set; } = "";

    public int Version { get; set; }

    /// <summary>The number and the day stand on the paper already, which waits for its signature or for being issued.</summary>
    public bool HoldsNumber => Number is not null && State != OutgoingState.Issued;

    /// <summary>Takes the number off the document, with the seal over it; what becomes of it in the book is for the caller.</summary>
    public void DropNumber()
    {
        (Number, Year, IssuedOn, SealedAt) = (null, null, null, null);
        (NumberText, NumberKey) = ("", "");
    }

    /// <summary>As it stands below the text: authority, name, position.</summary>
    public string SignedBy => string.Join(", ", new[] { SignerAuthority, SignerName, SignerTitle }.Where(part => part.Length > 0));

    /// <summary>Where its page is.</summary>
    public string Link => $"/van-ban/di/{Id}";

    public string AuditName => NumberText.Length > 0 ? $"Văn bản số {NumberText} “{Subject}”" : $"Dự thảo “{Subject}”";

    /// <summary>The words by which it is found, besides those of its files.</summary>
    public string Heading(string kind) => string.Join(' ', NumberText, kind, Subject, SignerName, Unit.Name);

    private sealed class Configuration : IEntityTypeConfiguration<OutgoingDocument>
    {
        public void Configure(EntityTypeBuilder<OutgoingDocument> document)
        {
            document.ToTable("documents_outgoing");
            document.Property(d => d.RecallReason).HasMaxLength(OutgoingDocument.MaxRecallReason).HasDefaultValue("");
            document.Ignore(d => d.HoldsNumber).Ignore(d => d.SignedBy).Ignore(d => d.NextCoSigner);
            document.Property(d => d.KindCode).HasMaxLength(20);
            document.Property(d => d.Subject).HasMaxLength(OutgoingDocument.MaxSubject);
            document.Property(d => d.BookCode).HasMaxLength(20);
            document.Property(d => d.NumberText).HasMaxLength(NumberKeys.MaxLength);
            document.Property(d => d.NumberKey).HasMaxLength(NumberKeys.MaxLength).UseOrdinalCollation();
            document.Property(d => d.SignerAuthority).HasMaxLength(OutgoingDocument.MaxSignerAuthority).HasDefaultValue("");
            document.Property(d => d.SignerName).HasMaxLength(100);
            document.Property(d => d.SignerTitle).HasMaxLength(150);
            document.Property(d => d.SigningMethod).HasMaxLength(100);
            document.Property(d => d.Note).HasMaxLength(OutgoingDocument.MaxNote);
            document
                .HasIndex(d => new
                {
                    d.UnitId,
                    d.Year,
                    d.BookCode,
                    d.Number,
                })
                .IsUnique();
            document.HasIndex(d => new
            {
                d.UnitId,
                d.CreatedAt,
                d.Id,
            });
            document.HasIndex(d => new
            {
                d.UnitId,
                d.State,
                d.CreatedAt,
            });
            document.HasIndex(d => new { d.UnitId, d.NumberKey });
            // What a search found, in the order of the list and without a look at the rows.
            document.HasIndex(d => new
            {
                d.UnitId,
                d.SearchId,
                d.CreatedAt,
                d.Id,
            });
            document.HasIndex(d => new { d.DraftingUnitId, d.State });
            // For the receivers that are late: of all that was ever issued only what asked for an answer.
            document.HasIndex(d => new { d.UnitId, d.ReplyBy }).HasFilter("\"State\" = 5 and \"ReplyBy\" is not null");
            document.HasIndex(d => d.AnswersId);
            document.HasIndex(d => d.AmendsId);
            document.HasOne<OutgoingDocument>().WithMany().HasForeignKey(d => d.AmendsId).OnDelete(DeleteBehavior.Restrict);
            document.HasIndex(d => d.ContentId);
            document.HasOne(d => d.Unit).WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
            document.HasOne(d => d.DraftingUnit).WithMany().HasForeignKey(d => d.DraftingUnitId).OnDelete(DeleteBehavior.Restrict);
            document.HasOne(d => d.Drafter).WithMany().HasForeignKey(d => d.DrafterId).OnDelete(DeleteBehavior.Restrict);
            document.HasOne(d => d.Signer).WithMany().HasForeignKey(d => d.SignerId).OnDelete(DeleteBehavior.Restrict);
            document.HasOne(d => d.Content).WithMany().HasForeignKey(d => d.ContentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
