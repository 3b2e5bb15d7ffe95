using DoanKet.Kernel.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Units;

/// <summary>
/// What the members of a union work for (loại hình): an office of the State, an enterprise of its own or another's, a co-operative. Reports
/// count by it; its names are data.
/// </summary>
public sealed class EmployerKind : IDatedRow
{
    public const int MaxCode = 20,
        MaxName = 100;

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Order in reports.</summary>
    public int Rank { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Source { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<EmployerKind>
    {
        public void Configure(EntityTypeBuilder<EmployerKind> kind)
        {
            kind.ToTable("kernel_employer_kinds");
            kind.HasKey(k => k.Code);
            kind.Property(k => k.Code).HasMaxLength(MaxCode);
            kind.Property(k => k.Name).HasMaxLength(MaxName);
            kind.Property(k => k.Source).HasMaxLength(DatedRows.MaxSource);
        }
    }
}
