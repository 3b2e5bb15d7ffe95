using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Quality;

/// <summary>How well a union did in a year: what it says of itself, and what the unit above decides.</summary>
internal sealed class UnionRating : IOwnedByUnit, IVersioned
{
    public const int MaxNote = 2000,
        MaxDecision = 100,
        MostPoints = 100;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public int Year { get; set; }

    /// <summary>By the union's own reckoning.</summary>
    public int ProposedPoints { get; set; }

    public string ProposedCode { get; set; } = "";

    /// <summary>The grade's name as it was in the year, so that a changed catalogue changes no old year.</summary>
    public string ProposedName { get; set; } = "";

    public string ProposedNote { get; set; } = "";

    public DateTime ProposedAt { get; set; }

    /// <summary>Name of the person.</summary>
    public string ProposedBy { get; set; } = "";

    /// <summary>Empty until the unit above has decided.</summary>
    public string LevelCode { get; set; } = "";

    public string LevelName { get; set; } = "";

    public string DecisionNumber { get; set; } = "";

    public DateOnly? DecidedOn { get; set; }

    /// <summary>Why the decision differs from what was proposed.</summary>
    public string DecisionNote { get; set; } = "";

    public int Version { get; set; }

    public bool IsDecided => DecidedOn is not null;

    /// <summary>The year that is rated on a day: the one that ends or has ended.</summary>
    public static int YearOn(DateOnly day) => day.Month >= 11 ? day.Year : day.Year - 1;

    private sealed class Configuration : IEntityTypeConfiguration<UnionRating>
    {
        public void Configure(EntityTypeBuilder<UnionRating> rating)
        {
            rating.ToTable("members_union_ratings");
            rating.Ignore(r => r.IsDecided);
            rating.Property(r => r.ProposedCode).HasMaxLength(QualityLevel.MaxCode);
            rating.Property(r => r.ProposedName).HasMaxLength(QualityLevel.MaxName);
            rating.Property(r => r.ProposedNote).HasMaxLength(MaxNote);
            rating.Property(r => r.ProposedBy).HasMaxLength(200);
            rating.Property(r => r.LevelCode).HasMaxLength(QualityLevel.MaxCode);
            rating.Property(r => r.LevelName).HasMaxLength(QualityLevel.MaxName);
            rating.Property(r => r.DecisionNumber).HasMaxLength(MaxDecision);
            rating.Property(r => r.DecisionNote).HasMaxLength(MaxNote);
            rating.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
            rating.HasIndex(r => new { r.UnitId, r.Year }).IsUnique();
            rating.HasIndex(r => new { r.Year, r.LevelCode });
            // Few wait at a time.
            rating.HasIndex(r => r.ProposedAt).HasFilter("\"DecidedOn\" is null");
        }
    }
}
