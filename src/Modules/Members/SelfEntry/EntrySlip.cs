using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>
/// What somebody wrote of themselves, until an officer of the union takes it into the registry or throws it away; then nothing of it is
/// kept here.
/// </summary>
internal sealed class EntrySlip : IOwnedByUnit, IVersioned
{
    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public required string FullName { get; set; }

    /// <summary>Keyed hash of the identity number: who sends twice has one slip.</summary>
    public Guid NationalIdKey { get; set; }

    /// <summary>The whole form as JSON, sealed by Kernel's FieldCipher.</summary>
    public required byte[] SealedForm { get; set; }

    public DateTime SentAt { get; set; }

    /// <summary>Of the text that the person agreed to, see <see cref="ConsentText"/>.</summary>
    public required string ConsentVersion { get; set; }

    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<EntrySlip>
    {
        public void Configure(EntityTypeBuilder<EntrySlip> slip)
        {
            slip.ToTable("members_entry_slips");
            slip.Property(s => s.FullName).HasMaxLength(PersonName.MaxLength);
            slip.Property(s => s.SealedForm).HasMaxLength(20_000);
            slip.Property(s => s.ConsentVersion).HasMaxLength(MemberConsent.MaxVersion);
            slip.HasIndex(s => new { s.UnitId, s.NationalIdKey }).IsUnique();
            slip.HasIndex(s => new { s.UnitId, s.SentAt });
            slip.HasOne(s => s.Unit).WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
