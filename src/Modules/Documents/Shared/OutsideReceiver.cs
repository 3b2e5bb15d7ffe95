using DoanKet.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

internal enum SendingWay
{
    Post = 0,
    ByHand = 1,
    Email = 2,

    /// <summary>The State's exchange of documents between offices.</summary>
    Exchange = 3,
    Other = 4,
}

internal static class SendingWays
{
    public static string Name(this SendingWay way) =>
        way switch
        {
            SendingWay.Post => "Bưu điện",
            SendingWay.ByHand => "Trực tiếp",
            SendingWay.Email => "Thư điện tử",
            SendingWay.Exchange => "Trục liên thông",
            _ => "Cách khác",
        };
}

/// <summary>A body outside the program to which the document goes by other ways, as text for "Nơi nhận".</summary>
internal sealed class OutsideReceiver
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 200;

    public Guid Id { get; set; }

    public Guid OutgoingId { get; set; }

    public int Ordinal { get; set; }

    public required string Name { get; set; }

    /// <summary>How it was sent; null while it was not.</summary>
    public SendingWay? Way { get; set; }

    public DateOnly? SentOn { get; set; }

    /// <summary>"Sở Nội vụ (bưu điện, 05/03/2026)".</summary>
    public string Told => Way is { } way ? $"{Name} ({way.Name().ToLowerInvariant()}{(SentOn is { } day ? $", {day.Show()}" : "")})" : Name;

    private sealed class Configuration : IEntityTypeConfiguration<OutsideReceiver>
    {
        public void Configure(EntityTypeBuilder<OutsideReceiver> receiver)
        {
            receiver.ToTable("documents_outside_receivers");
            receiver.Ignore(r => r.Told);
            receiver.Property(r => r.Name).HasMaxLength(OutsideReceiver.MaxName);
            receiver.HasIndex(r => new { r.OutgoingId, r.Ordinal });
            receiver.HasOne<OutgoingDocument>().WithMany().HasForeignKey(r => r.OutgoingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
