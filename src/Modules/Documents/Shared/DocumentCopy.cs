using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>The forms of copies (Nghị định 30/2020/NĐ-CP, điều 25).</summary>
internal enum CopyForm
{
    /// <summary>The whole of a document.</summary>
    Exact = 0,

    /// <summary>The whole of an exact copy.</summary>
    FromCopy = 1,

    /// <summary>A part, set anew.</summary>
    Extract = 2,
}

internal static class CopyForms
{
    public static string Name(this CopyForm form) =>
        form switch
        {
            CopyForm.Exact => "Sao y",
            CopyForm.FromCopy => "Sao lục",
            _ => "Trích sao",
        };

    /// <summary>Before the unit's symbol (phụ lục III).</summary>
    public static string Abbreviation(this CopyForm form) =>
        form switch
        {
            CopyForm.Exact => "SY",
            CopyForm.FromCopy => "SL",
            _ => "TrS",
        };
}

/// <summary>
/// An electronic copy of a paper that the unit has, signed by the unit (điều 25 to 27). All forms of a year share one sequence of numbers.
/// </summary>
internal sealed class DocumentCopy : IOwnedByUnit
{
    public const int MaxSource = 1200,
        MaxPurpose = 500;

    /// <summary>Where the book of copies is.</summary>
    public const string Book = "/van-ban/sao";

    public Guid Id { get; set; }

    /// <summary>The unit that makes the copy.</summary>
    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public int Year { get; set; }

    public int Number { get; set; }

    /// <summary>As written: "01/SY-LĐLĐ".</summary>
    public required string NumberText { get; set; }

    public CopyForm Form { get; set; }

    /// <summary>Of what it was made: one of the two.</summary>
    public Guid? IncomingId { get; set; }

    public Guid? OutgoingId { get; set; }

    /// <summary>Kind, number and subject of the source, as they were.</summary>
    public required string Source { get; set; }

    /// <summary>For whom or for what.</summary>
    public string Purpose { get; set; } = "";

    public DateTime MadeAt { get; set; }

    public Guid AccountId { get; set; }

    public Account Account { get; set; } = null!;

    /// <summary>The signed file.</summary>
    public Guid ContentId { get; set; }

    public DocumentContent Content { get; set; } = null!;

    /// <summary>Where its page is.</summary>
    public string Link => $"{Book}/{Id}";

    private sealed class Configuration : IEntityTypeConfiguration<DocumentCopy>
    {
        public void Configure(EntityTypeBuilder<DocumentCopy> copy)
        {
            copy.ToTable("documents_copies");
            copy.Ignore(c => c.Link);
            copy.Property(c => c.NumberText).HasMaxLength(NumberKeys.MaxLength);
            copy.Property(c => c.Source).HasMaxLength(MaxSource);
            copy.Property(c => c.Purpose).HasMaxLength(MaxPurpose);
            copy.HasIndex(c => new
                {
                    c.UnitId,
                    c.Year,
                    c.Number,
                })
                .IsUnique();
            copy.HasIndex(c => c.IncomingId);
            copy.HasIndex(c => c.OutgoingId);
            copy.HasIndex(c => c.ContentId);
            copy.HasOne(c => c.Unit).WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
            copy.HasOne(c => c.Account).WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
            copy.HasOne(c => c.Content).WithMany().HasForeignKey(c => c.ContentId).OnDelete(DeleteBehavior.Restrict);
            copy.HasOne<IncomingDocument>().WithMany().HasForeignKey(c => c.IncomingId).OnDelete(DeleteBehavior.Restrict);
            copy.HasOne<OutgoingDocument>().WithMany().HasForeignKey(c => c.OutgoingId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
