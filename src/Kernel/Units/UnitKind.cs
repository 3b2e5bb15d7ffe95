using DoanKet.Kernel.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Units;

/// <summary>A kind of unit. Kinds are data: the levels of the union changed on 01/07/2025 and will change again.</summary>
public sealed class UnitKind : IDatedRow
{
    public const int MaxCode = 30,
        MaxName = 100;

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Order on screens, from the top of the tree down.</summary>
    public int Rank { get; set; }

    /// <summary>A part of its parent (a board of the federation) that uses the parent's books and seal.</summary>
    public bool IsPartOfParent { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Source { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<UnitKind>
    {
        public void Configure(EntityTypeBuilder<UnitKind> kind)
        {
            kind.ToTable("kernel_unit_kinds");
            kind.HasKey(k => k.Code);
            kind.Property(k => k.Code).HasMaxLength(MaxCode);
            kind.Property(k => k.Name).HasMaxLength(MaxName);
            kind.Property(k => k.Source).HasMaxLength(DatedRows.MaxSource);
        }
    }
}

/// <summary>Which kind may stand under which, in which years, by which document.</summary>
public sealed class UnitKindRule : IDatedRow
{
    public Guid Id { get; set; }

    /// <summary>Null: the kind may stand at the top.</summary>
    public string? ParentKind { get; set; }

    public string ChildKind { get; set; } = "";

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>The law or decision that says so.</summary>
    public string Source { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<UnitKindRule>
    {
        public void Configure(EntityTypeBuilder<UnitKindRule> rule)
        {
            rule.ToTable("kernel_unit_kind_rules");
            rule.Property(r => r.ParentKind).HasMaxLength(UnitKind.MaxCode);
            rule.Property(r => r.ChildKind).HasMaxLength(UnitKind.MaxCode);
            rule.Property(r => r.Source).HasMaxLength(DatedRows.MaxSource);
            rule.HasOne<UnitKind>().WithMany().HasForeignKey(r => r.ParentKind).OnDelete(DeleteBehavior.Restrict);
            rule.HasOne<UnitKind>().WithMany().HasForeignKey(r => r.ChildKind).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
