using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>A unit that the clerk has chosen and to which nothing was sent yet: kept here, so that a lost connection loses no
/// choice.</summary>
internal sealed class ReceiverChoice
{
    public Guid OutgoingId { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    private sealed class Configuration : IEntityTypeConfiguration<ReceiverChoice>
    {
        public void Configure(EntityTypeBuilder<ReceiverChoice> choice)
        {
            choice.ToTable("documents_receiver_choices");
            choice.HasKey(c => new { c.OutgoingId, c.UnitId });
            choice.HasOne<OutgoingDocument>().WithMany().HasForeignKey(c => c.OutgoingId).OnDelete(DeleteBehavior.Cascade);
            choice.HasOne(c => c.Unit).WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
