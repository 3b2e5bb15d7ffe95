using DoanKet.Kernel.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Notifications;

/// <summary>When a person wants to be told by mail of what stands in the bell.</summary>
public enum MailTiming
{
    /// <summary>Soon after it came, when it was not read in the program.</summary>
    Soon = 0,

    /// <summary>One letter in the morning of each working day, with what waits.</summary>
    EachMorning = 1,

    Never = 2,
}

/// <summary>What one person chose; who chose nothing is written to soon.</summary>
public sealed class MailChoice
{
    public Guid AccountId { get; set; }

    public MailTiming Timing { get; set; }

    /// <summary>Urgent notices come soon whatever the timing.</summary>
    public bool UrgentSoon { get; set; } = true;

    /// <summary>The day (Vietnam's) for which the morning's letter was settled: sent, or nothing to tell. None comes twice.</summary>
    public DateOnly? LastMorning { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MailChoice>
    {
        public void Configure(EntityTypeBuilder<MailChoice> choice)
        {
            choice.ToTable("kernel_mail_choices");
            choice.HasKey(c => c.AccountId);
            choice.HasOne<Account>().WithOne().HasForeignKey<MailChoice>(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
