using DoanKet.Kernel.Files;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Templates;

/// <summary>A Word file of a unit's own from which its drafts begin; everybody below the unit may use it, too.</summary>
internal sealed class DraftTemplate
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 120;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    /// <summary>Kind of document; empty for any.</summary>
    public string KindCode { get; set; } = "";

    public required string Name { get; set; }

    public required string FileName { get; set; }

    public required string Sha256 { get; set; }

    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<DraftTemplate>
    {
        public void Configure(EntityTypeBuilder<DraftTemplate> template)
        {
            template.ToTable("documents_draft_templates");
            template.Property(t => t.KindCode).HasMaxLength(20);
            template.Property(t => t.Name).HasMaxLength(MaxName);
            template.Property(t => t.FileName).HasMaxLength(255);
            template.Property(t => t.Sha256).HasMaxLength(64);
            template.HasIndex(t => new { t.UnitId, t.Name }).IsUnique();
            template.HasOne(t => t.Unit).WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Cascade);
            template.HasOne<StoredFile>().WithMany().HasForeignKey(t => t.Sha256).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
