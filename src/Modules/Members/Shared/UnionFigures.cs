using DoanKet.Kernel.Access;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Shared;

/// <summary>
/// How many members a union has and how well they are known, kept with every change so that the board of a country is a sum of unions and
/// not of people. <c>doanket check</c> counts again and compares.
/// </summary>
internal sealed class UnionFigures : IOwnedByUnit
{
    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    /// <summary>Active and paused.</summary>
    public int Members { get; set; }

    public int Women { get; set; }

    /// <summary>Not yet looked at by the union above, and in none of the other figures.</summary>
    public int Waiting { get; set; }

    public int WithoutNationalId { get; set; }

    /// <summary>Only the year is known, or not even that.</summary>
    public int WithoutBirthday { get; set; }

    public int WithoutPhone { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<UnionFigures>
    {
        public void Configure(EntityTypeBuilder<UnionFigures> figures)
        {
            figures.ToTable("members_union_figures");
            figures.HasKey(f => f.UnitId);
            figures.HasOne(f => f.Unit).WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>What one member adds to the figures of the union.</summary>
internal readonly record struct MemberShare(
    int Members,
    int Women,
    int Waiting,
    int WithoutNationalId,
    int WithoutBirthday,
    int WithoutPhone
)
{
    public static MemberShare Of(Member member)
    {
        if (member.State == MemberState.AwaitingApproval)
            return new(0, 0, 1, 0, 0, 0);
        if (member.State == MemberState.Left)
            return default;
        return new(
            1,
            member.Sex == PersonalData.Sex.Female ? 1 : 0,
            0,
            member.NationalIdKey is null ? 1 : 0,
            member.BornOn is null ? 1 : 0,
            member.Phone.Length == 0 ? 1 : 0
        );
    }

    public static MemberShare operator +(MemberShare a, MemberShare b) =>
        new(
            a.Members + b.Members,
            a.Women + b.Women,
            a.Waiting + b.Waiting,
            a.WithoutNationalId + b.WithoutNationalId,
            a.WithoutBirthday + b.WithoutBirthday,
            a.WithoutPhone + b.WithoutPhone
        );

    public static MemberShare operator -(MemberShare a, MemberShare b) =>
        a + new MemberShare(-b.Members, -b.Women, -b.Waiting, -b.WithoutNationalId, -b.WithoutBirthday, -b.WithoutPhone);
}
