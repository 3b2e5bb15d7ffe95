using DoanKet.Kernel.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Requests;

/// <summary>
/// What a member may ask of the union, and by when it is acknowledged and answered: the clocks of the law on personal data, which change,
/// and those that the union sets itself.
/// </summary>
internal sealed class RequestKind : IDatedRow
{
    public const int MaxCode = 20,
        MaxName = 100;

    /// <summary>The member takes back the consent: answered with yes, it ends what stands in the register of consents.</summary>
    public const string Withdrawal = "RUT";

    /// <summary>Something in the register is wrong.</summary>
    public const string Correction = "SUA";

    public Guid Id { get; set; }

    public string Code { get; set; } = "";

    /// <summary>As the member reads it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Working days until the member is told that the request is there.</summary>
    public int AcknowledgeDays { get; set; }

    /// <summary>Days until the answer, and how many more where it needs longer, once.</summary>
    public int AnswerDays { get; set; }

    public int ExtraDays { get; set; }

    /// <summary>Order on the form.</summary>
    public int Ordinal { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Source { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<RequestKind>
    {
        public void Configure(EntityTypeBuilder<RequestKind> kind)
        {
            kind.ToTable("members_request_kinds");
            kind.Property(k => k.Code).HasMaxLength(MaxCode);
            kind.Property(k => k.Name).HasMaxLength(MaxName);
            kind.Property(k => k.Source).HasMaxLength(DatedRows.MaxSource);
            kind.HasIndex(k => new { k.Code, k.ValidFrom }).IsUnique();
        }
    }
}
