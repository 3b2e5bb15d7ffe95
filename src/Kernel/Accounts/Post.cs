using DoanKet.Kernel.Access;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Accounts;

/// <summary>A position that a person holds in a unit from one day to another; it carries the permissions of its role there.</summary>
public sealed class Post
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitle = 150;

    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    public Account Account { get; set; } = null!;

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public required string RoleCode { get; set; }

    /// <summary>The position as it stands under a signature: "Chủ tịch", "Trưởng ban Tổ chức – Kiểm tra".</summary>
    public required string Title { get; set; }

    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day; null while held.</summary>
    public DateOnly? ValidTo { get; set; }

    public bool HeldOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    private sealed class Configuration : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> post)
        {
            post.ToTable("kernel_posts");
            post.Property(p => p.RoleCode).HasMaxLength(30);
            post.Property(p => p.Title).HasMaxLength(Post.MaxTitle);
            post.HasIndex(p => p.AccountId);
            post.HasIndex(p => new { p.UnitId, p.RoleCode });
            post.HasOne(p => p.Account).WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
            post.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
            post.HasOne<Role>().WithMany().HasForeignKey(p => p.RoleCode).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class PostQueries
{
    public static IQueryable<Post> HeldOn(this IQueryable<Post> posts, DateOnly day) =>
        posts.Where(p => p.ValidFrom <= day && (p.ValidTo == null || p.ValidTo >= day));
}
