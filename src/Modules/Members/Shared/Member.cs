using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.PersonalData;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Shared;

/// <summary>
/// A member of the union: one row for one person, in the one union where the person is a member now or was last. What lists and searches
/// need stands here; the rest in <see cref="MemberProfile"/> and, for those who may see it, in <see cref="MemberSensitive"/>.
/// </summary>
internal sealed class Member : IOwnedByUnit, IVersioned
{
    /// <summary>Longest texts, in characters.</summary>
    public const int MaxPhone = 12,
        MaxEmail = 200,
        MaxText = 200,
        MaxNumber = 40,
        MaxReason = 500;

    /// <summary>Purpose of the hash of identity numbers.</summary>
    public const string NationalIdPurpose = "members.national-id";

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public MemberState State { get; set; }

    public string FullName { get; private set; } = "";

    /// <summary>"nguyen van an", "an van nguyen" and "an nguyen": what is typed of a name is the beginning of one of them.</summary>
    public string NameFold { get; private set; } = "";

    public string NameBackward { get; private set; } = "";

    public string NameEnds { get; private set; } = "";

    public Sex? Sex { get; set; }

    /// <summary>Null when not even the year is known.</summary>
    public int? BirthYear { get; private set; }

    /// <summary>Null for somebody of whom only the year is known.</summary>
    public DateOnly? BornOn { get; private set; }

    /// <summary>See Kernel's FieldCipher.</summary>
    public byte[]? NationalIdSealed { get; set; }

    /// <summary>Keyed hash of the number: one person, one row.</summary>
    public Guid? NationalIdKey { get; set; }

    /// <summary>Digits with a leading 0; empty when none is known.</summary>
    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>Công đoàn bộ phận, tổ công đoàn, the workplace within the union.</summary>
    public string Department { get; set; } = "";

    /// <summary>Vị trí việc làm.</summary>
    public string Position { get; set; } = "";

    public DateOnly? JoinedOn { get; set; }

    /// <summary>Mã số đoàn viên, which the Confederation's program gives: kept as it is and never made here.</summary>
    public string? MemberNumber { get; set; }

    /// <summary>Why the union above sent the entry back; empty when it did not.</summary>
    public string ReturnReason { get; set; } = "";

    public DateTime EnteredAt { get; set; }

    /// <summary>The list with which the person came; null for somebody entered alone.</summary>
    public Guid? ImportId { get; set; }

    public int Version { get; set; }

    public BirthDate? Born
    {
        get => BirthYear is { } year ? new BirthDate(year, BornOn) : null;
        set => (BirthYear, BornOn) = (value?.Year, value?.Day);
    }

    public void Rename(string fullName)
    {
        FullName = fullName;
        NameFold = Fold.Text(fullName);
        NameBackward = PersonName.Backward(fullName);
        NameEnds = PersonName.Ends(fullName);
    }

    private sealed class Configuration : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> member)
        {
            member.ToTable("members_members");
            member.Ignore(m => m.Born);
            member.Property(m => m.FullName).HasMaxLength(PersonName.MaxLength);
            member.Property(m => m.NameFold).HasMaxLength(PersonName.MaxLength).UseOrdinalCollation();
            member.Property(m => m.NameBackward).HasMaxLength(PersonName.MaxLength).UseOrdinalCollation();
            member.Property(m => m.NameEnds).HasMaxLength(PersonName.MaxLength).UseOrdinalCollation();
            member.Property(m => m.NationalIdSealed).HasMaxLength(100);
            member.Property(m => m.Phone).HasMaxLength(MaxPhone).UseOrdinalCollation();
            member.Property(m => m.Email).HasMaxLength(MaxEmail);
            member.Property(m => m.Department).HasMaxLength(MaxText);
            member.Property(m => m.Position).HasMaxLength(MaxText);
            member.Property(m => m.ReturnReason).HasMaxLength(MaxReason);
            member.Property(m => m.MemberNumber).HasMaxLength(MaxNumber).UseOrdinalCollation();
            member.HasOne(m => m.Unit).WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
            member.HasIndex(m => m.NationalIdKey).IsUnique();
            member.HasIndex(m => m.MemberNumber).IsUnique();
            member.HasIndex(m => m.Phone).HasFilter("\"Phone\" <> ''");
            member.HasIndex(m => m.ImportId).HasFilter("\"ImportId\" is not null");
            member.HasIndex(m => new { m.NameFold, m.Id });
            // Who was admitted in a period.
            member.HasIndex(m => new { m.JoinedOn, m.UnitId });
            member.HasIndex(m => new { m.NameEnds, m.Id });
            // Few wait at a time.
            member.HasIndex(m => m.UnitId).HasFilter("\"State\" = 0").HasDatabaseName("IX_members_members_waiting");
            // Lists are ordered by the given name, of one union or of many.
            member.HasIndex(m => new { m.NameBackward, m.Id });
            member.HasIndex(m => new
            {
                m.UnitId,
                m.NameBackward,
                m.Id,
            });
        }
    }
}
