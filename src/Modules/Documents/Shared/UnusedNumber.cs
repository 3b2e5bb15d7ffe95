using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>A number that was reserved and given back when others had followed it: its line stays in the book, with the reason.</summary>
internal sealed class UnusedNumber
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReason = 300;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public string BookCode { get; set; } = "";

    public int Year { get; set; }

    public int Number { get; set; }

    /// <summary>As it would have been printed.</summary>
    public string NumberText { get; set; } = "";

    /// <summary>On which it was reserved.</summary>
    public DateOnly Day { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>What the number of a document leaves behind in the book; the document loses it.</summary>
    public static UnusedNumber Of(OutgoingDocument document, Guid id, string reason) =>
        new()
        {
            Id = id,
            UnitId = document.UnitId,
            BookCode = document.BookCode,
            Year = document.Year!.Value,
            Number = document.Number!.Value,
            NumberText = document.NumberText,
            Day = document.IssuedOn!.Value,
            Reason = reason,
        };

    private sealed class Configuration : IEntityTypeConfiguration<UnusedNumber>
    {
        public void Configure(EntityTypeBuilder<UnusedNumber> unused)
        {
            unused.ToTable("documents_unused_numbers");
            unused.Property(n => n.BookCode).HasMaxLength(20);
            unused.Property(n => n.NumberText).HasMaxLength(NumberKeys.MaxLength);
            unused.Property(n => n.Reason).HasMaxLength(MaxReason);
            unused
                .HasIndex(n => new
                {
                    n.UnitId,
                    n.Year,
                    n.BookCode,
                    n.Number,
                })
                .IsUnique();
            unused.HasOne<Unit>().WithMany().HasForeignKey(n => n.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
