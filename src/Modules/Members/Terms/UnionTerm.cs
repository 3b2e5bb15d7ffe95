using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Terms;

/// <summary>Nhiệm kỳ: from one congress of a union to the next.</summary>
internal sealed class UnionTerm : IOwnedByUnit, IVersioned
{
    public const int MaxName = 100,
        MaxDecision = 100;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    /// <summary>"Khóa XX, 2023–2028".</summary>
    public required string Name { get; set; }

    /// <summary>Day of the congress that elected it.</summary>
    public DateOnly FromOn { get; set; }

    /// <summary>Until when it was elected; usually five years, and said by the decision.</summary>
    public DateOnly ToOn { get; set; }

    /// <summary>When the next congress is to be; null while nobody has set it.</summary>
    public DateOnly? NextCongressOn { get; set; }

    /// <summary>By which the union above confirmed the committee.</summary>
    public string DecisionNumber { get; set; } = "";

    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<UnionTerm>
    {
        public void Configure(EntityTypeBuilder<UnionTerm> term)
        {
            term.ToTable("members_terms");
            term.Property(t => t.Name).HasMaxLength(MaxName);
            term.Property(t => t.DecisionNumber).HasMaxLength(MaxDecision);
            term.HasIndex(t => new { t.UnitId, t.FromOn }).IsUnique();
            term.HasIndex(t => new { t.ToOn, t.Id });
            term.HasOne(t => t.Unit).WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The bodies that a union elects.</summary>
internal enum UnionBody
{
    Executive = 0,
    Standing = 1,
    Inspection = 2,
    Women = 3,
}

internal static class BodyNames
{
    public static string Name(this UnionBody body) =>
        body switch
        {
            UnionBody.Executive => "Ban Chấp hành",
            UnionBody.Standing => "Ban Thường vụ",
            UnionBody.Inspection => "Ủy ban Kiểm tra",
            _ => "Ban Nữ công",
        };

    /// <summary>What people are in it, the first in rank first.</summary>
    public static IReadOnlyList<string> Positions(this UnionBody body) =>
        body switch
        {
            UnionBody.Executive => ["Chủ tịch", "Phó Chủ tịch", "Ủy viên Ban Chấp hành"],
            UnionBody.Standing => ["Chủ tịch", "Phó Chủ tịch", "Ủy viên Ban Thường vụ"],
            UnionBody.Inspection => ["Chủ nhiệm", "Phó Chủ nhiệm", "Ủy viên Ủy ban Kiểm tra"],
            _ => ["Trưởng ban", "Phó Trưởng ban", "Ủy viên"],
        };
}

/// <summary>Somebody in a body of a union, from a day to a day.</summary>
internal sealed class UnionPost
{
    public const int MaxName = 200,
        MaxPosition = 60;

    public Guid Id { get; set; }

    public Guid TermId { get; set; }

    public UnionTerm Term { get; set; } = null!;

    public UnionBody Body { get; set; }

    public required string Position { get; set; }

    /// <summary>As named on that day.</summary>
    public required string FullName { get; set; }

    /// <summary>Where the person is known in the registry.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>Cán bộ công đoàn chuyên trách.</summary>
    public bool IsFullTime { get; set; }

    public DateOnly FromOn { get; set; }

    /// <summary>Last day; null while the post is held.</summary>
    public DateOnly? ToOn { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<UnionPost>
    {
        public void Configure(EntityTypeBuilder<UnionPost> post)
        {
            post.ToTable("members_posts");
            post.Property(p => p.Position).HasMaxLength(MaxPosition);
            post.Property(p => p.FullName).HasMaxLength(MaxName);
            post.HasIndex(p => new { p.TermId, p.Body });
            post.HasIndex(p => p.MemberId).HasFilter("\"MemberId\" is not null");
            post.HasOne(p => p.Term).WithMany().HasForeignKey(p => p.TermId).OnDelete(DeleteBehavior.Restrict);
            post.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.SetNull);
        }
    }
}
