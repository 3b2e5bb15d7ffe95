using DoanKet.CardTokens;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Benefits;

/// <summary>A shop, hospital or carrier that has agreed to something for members, with its agreement.</summary>
internal sealed class Partner : IOwnedByUnit, IVersioned
{
    public const int MaxName = 200,
        MaxText = 300,
        MaxTaxCode = 14,
        MaxPhone = 40;

    public Guid Id { get; set; }

    /// <summary>The office that made the agreement; it holds for members of all unions below.</summary>
    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public required string Name { get; set; }

    public string TaxCode { get; set; } = "";

    /// <summary>Ngành hàng.</summary>
    public string Trade { get; set; } = "";

    public string Representative { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Address { get; set; } = "";

    public string AgreementNumber { get; set; } = "";

    public DateOnly? AgreedOn { get; set; }

    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day; null without end.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Names the partner's counter in its address, as a password would: random, and changed when it got about.</summary>
    public required string CounterCode { get; set; }

    public int Version { get; set; }

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    private sealed class Configuration : IEntityTypeConfiguration<Partner>
    {
        public void Configure(EntityTypeBuilder<Partner> partner)
        {
            partner.ToTable("members_partners");
            partner.Property(p => p.Name).HasMaxLength(MaxName);
            partner.Property(p => p.TaxCode).HasMaxLength(MaxTaxCode);
            partner.Property(p => p.Trade).HasMaxLength(MaxName);
            partner.Property(p => p.Representative).HasMaxLength(MaxName);
            partner.Property(p => p.Phone).HasMaxLength(MaxPhone);
            partner.Property(p => p.Address).HasMaxLength(MaxText);
            partner.Property(p => p.AgreementNumber).HasMaxLength(MaxName);
            partner.Property(p => p.CounterCode).HasMaxLength(CardCode.Length).UseOrdinalCollation();
            partner.HasIndex(p => p.CounterCode).IsUnique();
            partner.HasIndex(p => new { p.UnitId, p.Name });
            partner.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
