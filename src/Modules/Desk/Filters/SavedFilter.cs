using DoanKet.Kernel.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Desk.Filters;

/// <summary>What one person looks for again and again in a list, under a name of their own.</summary>
internal sealed class SavedFilter
{
    /// <summary>Longest name, in characters: it stands on a button.</summary>
    public const int MaxName = 60;

    public const int MaxPath = 200;

    /// <summary>Longest address, in characters.</summary>
    public const int MaxAddress = 1000;

    /// <summary>Most filters of one list; more are no longer found at a glance.</summary>
    public const int MostOfList = 12;

    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>Of the list, without conditions.</summary>
    public required string Path { get; set; }

    public required string Name { get; set; }

    /// <summary>Of the list with its conditions.</summary>
    public required string Address { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<SavedFilter>
    {
        public void Configure(EntityTypeBuilder<SavedFilter> filter)
        {
            filter.ToTable("desk_saved_filters");
            filter.Property(f => f.Path).HasMaxLength(MaxPath);
            filter.Property(f => f.Name).HasMaxLength(MaxName);
            filter.Property(f => f.Address).HasMaxLength(MaxAddress);
            filter
                .HasIndex(f => new
                {
                    f.AccountId,
                    f.Path,
                    f.Name,
                })
                .IsUnique();
            filter.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
