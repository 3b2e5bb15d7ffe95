using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Duplicates;

/// <summary>
/// Two entries that look like one person, as last found over the whole registry; goes with either of them. What somebody said to be two
/// people is kept, so that nobody is asked twice.
/// </summary>
internal sealed class SuspectPair
{
    public const int MaxReasons = 500,
        MaxName = 200;

    public Guid Id { get; set; }

    /// <summary>The lesser of the two ids.</summary>
    public Guid FirstId { get; set; }

    public Member First { get; set; } = null!;

    public Guid SecondId { get; set; }

    public Member Second { get; set; } = null!;

    /// <summary>How alike they are, up to 100; see <see cref="DuplicateScore"/>.</summary>
    public int Percent { get; set; }

    /// <summary>So sure that many can be merged at once.</summary>
    public bool IsCertain { get; set; }

    public string Reasons { get; set; } = "";

    public DateTime FoundAt { get; set; }

    /// <summary>When somebody said that they are two people; null while nobody has.</summary>
    public DateTime? ApartAt { get; set; }

    public string ApartBy { get; set; } = "";

    public static (Guid First, Guid Second) InOrder(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    private sealed class Configuration : IEntityTypeConfiguration<SuspectPair>
    {
        public void Configure(EntityTypeBuilder<SuspectPair> pair)
        {
            pair.ToTable("members_pairs");
            pair.Property(p => p.Reasons).HasMaxLength(MaxReasons);
            pair.Property(p => p.ApartBy).HasMaxLength(MaxName);
            pair.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
            pair.HasIndex(p => p.SecondId);
            pair.HasIndex(p => new { p.Percent, p.Id }).HasFilter("\"ApartAt\" is null");
            pair.HasOne(p => p.First).WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Cascade);
            pair.HasOne(p => p.Second).WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class PairQueries
{
    /// <summary>Pairs of which the person may change both sides, and about which nobody has decided.</summary>
    public static IQueryable<SuspectPair> ToDecide(this UnionDb db, CurrentUser person)
    {
        var reached = db.Members.VisibleTo(person, Permissions.Edit);
        return db.SuspectPairs.Where(p => p.ApartAt == null && reached.Any(m => m.Id == p.FirstId) && reached.Any(m => m.Id == p.SecondId));
    }
}
