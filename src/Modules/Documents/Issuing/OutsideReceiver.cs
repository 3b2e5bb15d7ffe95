using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>A body outside the program to which the document goes by other ways, as text for "Nơi nhận".</summary>
internal sealed class OutsideReceiver
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 200;

    public Guid Id { get; set; }

    public Guid OutgoingId { get; set; }

    public int Ordinal { get; set; }

    public required string Name { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<OutsideReceiver>
    {
        public void Configure(EntityTypeBuilder<OutsideReceiver> receiver)
        {
            receiver.ToTable("documents_outside_receivers");
            receiver.Property(r => r.Name).HasMaxLength(OutsideReceiver.MaxName);
            receiver.HasIndex(r => new { r.OutgoingId, r.Ordinal });
            receiver.HasOne<OutgoingDocument>().WithMany().HasForeignKey(r => r.OutgoingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
