using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Accounts;

/// <summary>
/// Days on which a person is away and a deputy does the work in the person's place. It says no reason: that is nobody's business. What a
/// deputy got from somebody else goes no further to the deputy's own deputy (Nghị định 30/2020, điều 13.3: no re-delegation).
/// </summary>
public sealed class Absence
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxAuthority = 150;

    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    public Account Account { get; set; } = null!;

    public Guid DeputyId { get; set; }

    public Account Deputy { get; set; } = null!;

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    /// <summary>
    /// The written authority to sign (giấy ủy quyền, with number and date); empty when the deputy signs only what the own post allows.
    /// </summary>
    public string WrittenAuthority { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    /// <summary>The person, or an administrator for somebody who fell ill.</summary>
    public Guid CreatedById { get; set; }

    /// <summary>When it was taken back, or the person returned early.</summary>
    public DateTime? EndedAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<Absence>
    {
        public void Configure(EntityTypeBuilder<Absence> absence)
        {
            absence.ToTable("kernel_absences");
            absence.Property(a => a.WrittenAuthority).HasMaxLength(Absence.MaxAuthority);
            absence.HasIndex(a => new { a.DeputyId, a.LastDay });
            absence.HasIndex(a => new { a.AccountId, a.LastDay });
            absence.HasIndex(a => a.LastDay);
            absence.HasOne(a => a.Account).WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
            absence.HasOne(a => a.Deputy).WithMany().HasForeignKey(a => a.DeputyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class AbsenceQueries
{
    /// <summary>Those in force on a day.</summary>
    public static IQueryable<Absence> On(this IQueryable<Absence> absences, DateOnly day) =>
        absences.Where(a => a.EndedAt == null && a.FirstDay <= day && a.LastDay >= day);
}
