using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>Columns and indexes of <see cref="IncomingDocument"/>.</summary>
internal sealed class IncomingTable : IEntityTypeConfiguration<IncomingDocument>
{
    public void Configure(EntityTypeBuilder<IncomingDocument> document)
    {
        document.ToTable("documents_incoming");
        document.Property(d => d.BookCode).HasMaxLength(20);
        document.Property(d => d.NumberText).HasMaxLength(NumberKeys.MaxLength);
        document.Property(d => d.NumberKey).HasMaxLength(NumberKeys.MaxLength).UseOrdinalCollation();
        document.Property(d => d.Issuer).HasMaxLength(IncomingDocument.MaxIssuer);
        document.Property(d => d.IssuerFold).HasMaxLength(300);
        document.Property(d => d.KindCode).HasMaxLength(20);
        document.Property(d => d.Subject).HasMaxLength(IncomingDocument.MaxSubject);
        document.Property(d => d.SignerName).HasMaxLength(IncomingDocument.MaxSignerName);
        document.Property(d => d.SignerTitle).HasMaxLength(IncomingDocument.MaxSignerTitle);
        document.Property(d => d.Note).HasMaxLength(IncomingDocument.MaxNote);
        document.Property(d => d.BookRemark).HasMaxLength(IncomingDocument.MaxBookRemark).HasDefaultValue("");
        document.Property(d => d.IsSealed).HasDefaultValue(false);
        document.Property(d => d.RecallReason).HasMaxLength(OutgoingDocument.MaxRecallReason).HasDefaultValue("");
        document.Property(d => d.RecallRefusal).HasMaxLength(OutgoingDocument.MaxRecallReason).HasDefaultValue("");
        document.Ignore(d => d.RecallWaits);
        // Recalls that wait for an answer, of which there are few.
        document.HasIndex(d => d.UnitId).HasFilter("\"RecallAskedAt\" is not null and \"RecallAnsweredAt\" is null");
        document.Ignore(d => d.WantsAnswer);
        // Worked out, and stored only to be counted.
        document.Property(d => d.Outcome).UsePropertyAccessMode(PropertyAccessMode.Property);
        document.Property(d => d.DaysTaken).UsePropertyAccessMode(PropertyAccessMode.Property);
        document.Property(d => d.IsAnswerAsked).HasDefaultValue(false);
        document.Property(d => d.DuplicateKey).HasMaxLength(260).UseOrdinalCollation();
        document.Property(d => d.Directive).HasMaxLength(IncomingDocument.MaxDirective);
        document
            .HasIndex(d => new
            {
                d.UnitId,
                d.BookYear,
                d.BookCode,
                d.ArrivalNumber,
            })
            .IsUnique();
        document.HasIndex(d => new
        {
            d.UnitId,
            d.ReceivedAt,
            d.Id,
        });
        document.HasIndex(d => new
        {
            d.UnitId,
            d.State,
            d.ReceivedAt,
            d.Id,
        });
        document.HasIndex(d => new { d.UnitId, d.NumberKey });
        // What a search found, in the order of the list and without a look at the rows.
        document.HasIndex(d => new
        {
            d.UnitId,
            d.SearchId,
            d.ReceivedAt,
            d.Id,
        });
        document.HasIndex(d => new { d.UnitId, d.DuplicateKey });
        document.HasIndex(d => new { d.UnitId, d.ArrivalDate });
        // For the overdue, of whom there are few: what is done or returned leaves it.
        document.HasIndex(d => new { d.UnitId, d.DueOn }).HasFilter("\"State\" < 3 and \"DueOn\" is not null");
        // A content has a record in every unit that received it.
        document.HasIndex(d => new { d.ContentId, d.UnitId });
        // The report of handling reads nothing else of what is done.
        document
            .HasIndex(d => new
            {
                d.UnitId,
                d.LeadUnitId,
                d.LeadAccountId,
                d.Outcome,
                d.Source,
                d.ArrivalDate,
                d.DaysTaken,
            })
            .HasDatabaseName("IX_documents_incoming_handling")
            .HasFilter("\"Outcome\" <> 0");
        document.HasOne(d => d.Unit).WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne(d => d.Content).WithMany().HasForeignKey(d => d.ContentId).OnDelete(DeleteBehavior.Restrict);
    }
}
