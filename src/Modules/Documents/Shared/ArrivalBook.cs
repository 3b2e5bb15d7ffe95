using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>An incoming book that units may keep (Nghị định 30/2020/NĐ-CP, điều 22); each counts số đến anew in a year.</summary>
internal sealed class ArrivalBook : IDatedRow
{
    public const int MaxCode = 20,
        MaxName = 100;

    public Guid Id { get; set; }

    /// <summary>Empty for the one that every unit keeps.</summary>
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Source { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<ArrivalBook>
    {
        public void Configure(EntityTypeBuilder<ArrivalBook> book)
        {
            book.ToTable("documents_arrival_books");
            book.Property(b => b.Code).HasMaxLength(MaxCode).UseOrdinalCollation();
            book.Property(b => b.Name).HasMaxLength(MaxName);
            book.Property(b => b.Source).HasMaxLength(DatedRows.MaxSource);
            book.HasIndex(b => new { b.Code, b.ValidFrom }).IsUnique();
        }
    }
}
