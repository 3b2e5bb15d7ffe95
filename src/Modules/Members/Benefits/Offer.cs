using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Benefits;

internal enum OfferKind
{
    /// <summary>Giảm theo phần trăm.</summary>
    Percent = 0,

    /// <summary>Giảm một số tiền.</summary>
    Money = 1,
    Gift = 2,
    Service = 3,
}

internal static class OfferNames
{
    public static string Name(this OfferKind kind) =>
        kind switch
        {
            OfferKind.Percent => "Giảm phần trăm",
            OfferKind.Money => "Giảm số tiền",
            OfferKind.Gift => "Quà tặng",
            _ => "Dịch vụ",
        };
}

/// <summary>What a partner gives to members.</summary>
internal sealed class Offer : IVersioned
{
    public const int MaxTitle = 200,
        MaxText = 500,
        Most = 10_000_000;

    public Guid Id { get; set; }

    public Guid PartnerId { get; set; }

    public Partner Partner { get; set; } = null!;

    public OfferKind Kind { get; set; }

    /// <summary>"Giảm 15% gói khám tổng quát".</summary>
    public required string Title { get; set; }

    /// <summary>For whom, where and on what terms.</summary>
    public string Terms { get; set; } = "";

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>Uses in all; null without limit.</summary>
    public int? Quota { get; set; }

    /// <summary>Uses of one member; null without limit.</summary>
    public int? QuotaOfMember { get; set; }

    /// <summary>Uses so far, kept with each of them under the lock of this row.</summary>
    public int Used { get; set; }

    public int Version { get; set; }

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    private sealed class Configuration : IEntityTypeConfiguration<Offer>
    {
        public void Configure(EntityTypeBuilder<Offer> offer)
        {
            offer.ToTable("members_offers");
            offer.Property(o => o.Title).HasMaxLength(MaxTitle);
            offer.Property(o => o.Terms).HasMaxLength(MaxText);
            offer.HasOne(o => o.Partner).WithMany().HasForeignKey(o => o.PartnerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
