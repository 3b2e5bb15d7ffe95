using DoanKet.Kernel.Access;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Importing;

/// <summary>A list that was taken into the registry, so that it can be taken back.</summary>
internal sealed class MemberImport : IOwnedByUnit
{
    public const int MaxFileName = 200,
        MaxName = 200;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public required string FileName { get; set; }

    /// <summary>Who took it in, as named on that day.</summary>
    public required string By { get; set; }

    public DateTime At { get; set; }

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Rows that were left out.</summary>
    public int LeftOut { get; set; }

    public DateTime? UndoneAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MemberImport>
    {
        public void Configure(EntityTypeBuilder<MemberImport> import)
        {
            import.ToTable("members_imports");
            import.Property(i => i.FileName).HasMaxLength(MaxFileName);
            import.Property(i => i.By).HasMaxLength(MaxName);
            import.HasIndex(i => new { i.UnitId, i.At });
            import.HasOne(i => i.Unit).WithMany().HasForeignKey(i => i.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a member was before a list changed it.</summary>
internal sealed class ImportChange
{
    public Guid Id { get; set; }

    public Guid ImportId { get; set; }

    public Guid MemberId { get; set; }

    /// <summary>The values that the list replaced, see <see cref="MemberValues"/>.</summary>
    public required string Before { get; set; }

    /// <summary>The member's version after the list: a later one was touched by people.</summary>
    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<ImportChange>
    {
        public void Configure(EntityTypeBuilder<ImportChange> change)
        {
            change.ToTable("members_import_changes");
            change.HasIndex(c => c.ImportId);
            change.HasOne<MemberImport>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Cascade);
            change.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
