using DoanKet.Kernel.Persistence;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Units;

/// <summary>State or non-state sector of a grassroots union's employer; the report of 2021 counts them apart.</summary>
public enum Sector
{
    State = 0,
    NonState = 1,
}

/// <summary>A unit of the union: the federation, a board, a district federation, a branch union, a grassroots union…</summary>
public sealed class Unit : IVersioned
{
    /// <summary>Longest texts, in characters.</summary>
    public const int MaxName = 300,
        MaxCode = 40,
        MaxSymbol = 30,
        MaxElectronicId = 35,
        MaxEmail = 200,
        MaxPhone = 40,
        MaxAddress = 300;

    public Guid Id { get; set; }

    /// <summary>Short sequential number, from which the path and the search token are made; never shown, never changed.</summary>
    public int Ordinal { get; set; }

    public required string KindCode { get; set; }

    public UnitKind Kind { get; set; } = null!;

    public Guid? ParentId { get; set; }

    public Unit? Parent { get; set; }

    /// <summary>The ordinals of all ancestors and of the unit itself, see <see cref="UnitPath"/>.</summary>
    public required string Path { get; set; }

    /// <summary>The federation's own code of the unit; unique.</summary>
    public required string Code { get; set; }

    /// <summary>Electronic identifier for document exchange (Quyết định 20/2020/QĐ-TTg), up to 35 characters; empty until issued.</summary>
    public string? ElectronicId { get; set; }

    public required string Name { get; set; }

    public string NameFold { get; private set; } = "";

    /// <summary>Abbreviation of the issuing body in the symbol of its documents, e.g. "LĐLĐ" in 18/HD-LĐLĐ.</summary>
    public required string Symbol { get; set; }

    public Sector Sector { get; set; }

    /// <summary>Code of an <see cref="EmployerKind"/>; empty where nobody has said it.</summary>
    public string EmployerKindCode { get; set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day of the unit's life; null while it lives.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The unit that carries on after a merger or a closing.</summary>
    public Guid? SuccessorId { get; set; }

    /// <summary>When all that follows from the closing was done: posts ended, open work passed on. Null before that.</summary>
    public DateTime? ClosedOutAt { get; set; }

    public int Version { get; set; }

    public bool LivesOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    /// <summary>Sets the name and the folded text that search reads.</summary>
    public void Rename(string name)
    {
        Name = name;
        Refold();
    }

    /// <summary>Recomputes the folded text; called when the row is saved, so that it can't fall behind the name.</summary>
    internal void Refold() => NameFold = Fold.Text(Name + " " + Code);

    private sealed class Configuration : IEntityTypeConfiguration<Unit>
    {
        public void Configure(EntityTypeBuilder<Unit> unit)
        {
            unit.ToTable("kernel_units");
            unit.Property(u => u.Path).HasMaxLength(200).UseOrdinalCollation();
            unit.Property(u => u.Code).HasMaxLength(Unit.MaxCode).UseOrdinalCollation();
            unit.Property(u => u.ElectronicId).HasMaxLength(Unit.MaxElectronicId);
            unit.Property(u => u.Name).HasMaxLength(Unit.MaxName);
            unit.Property(u => u.NameFold).HasMaxLength(400);
            unit.Property(u => u.Symbol).HasMaxLength(Unit.MaxSymbol);
            unit.Property(u => u.KindCode).HasMaxLength(30);
            unit.Property(u => u.EmployerKindCode).HasMaxLength(EmployerKind.MaxCode);
            unit.Property(u => u.Email).HasMaxLength(Unit.MaxEmail);
            unit.Property(u => u.Phone).HasMaxLength(Unit.MaxPhone);
            unit.Property(u => u.Address).HasMaxLength(Unit.MaxAddress);
            unit.HasIndex(u => u.Ordinal).IsUnique();
            unit.HasIndex(u => u.Path).IsUnique();
            unit.HasIndex(u => u.Code).IsUnique();
            unit.HasOne(u => u.Kind).WithMany().HasForeignKey(u => u.KindCode).OnDelete(DeleteBehavior.Restrict);
            unit.HasOne(u => u.Parent).WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
            unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
