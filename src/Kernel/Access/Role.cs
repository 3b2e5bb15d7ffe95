using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Access;

/// <summary>A named set of permissions that posts refer to.</summary>
public sealed class Role
{
    public required string Code { get; set; }

    public required string Name { get; set; }

    public int Rank { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<Role>
    {
        public void Configure(EntityTypeBuilder<Role> role)
        {
            role.ToTable("kernel_roles");
            role.HasKey(r => r.Code);
            role.Property(r => r.Code).HasMaxLength(30);
            role.Property(r => r.Name).HasMaxLength(100);
        }
    }
}

/// <summary>One permission of a role. A row with <see cref="Reach"/> null says that the role was offered it and does not have it.</summary>
public sealed class RolePermission
{
    public required string RoleCode { get; set; }

    public required string PermissionCode { get; set; }

    public Reach? Reach { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<RolePermission>
    {
        public void Configure(EntityTypeBuilder<RolePermission> permission)
        {
            permission.ToTable("kernel_role_permissions");
            permission.HasKey(p => new { p.RoleCode, p.PermissionCode });
            permission.Property(p => p.RoleCode).HasMaxLength(30);
            permission.Property(p => p.PermissionCode).HasMaxLength(100);
            permission.HasOne<Role>().WithMany().HasForeignKey(p => p.RoleCode).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
