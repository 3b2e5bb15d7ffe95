using DoanKet.Kernel.Access;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Printing;

internal enum BlankKind
{
    Received = 0,

    /// <summary>Became cards.</summary>
    Used = 1,
    Spoilt = 2,

    /// <summary>Given to another unit, or given back.</summary>
    GivenAway = 3,
}

/// <summary>A line of the register of blanks of a unit; never changed. What is left is what came in less all the rest.</summary>
internal sealed class BlankEntry : IOwnedByUnit
{
    public const int MaxNote = 300,
        MaxName = 200,
        MostAtOnce = 1_000_000;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public DateOnly On { get; set; }

    public BlankKind Kind { get; set; }

    /// <summary>More than none.</summary>
    public int Count { get; set; }

    /// <summary>The batch that used or spoilt them.</summary>
    public Guid? BatchId { get; set; }

    /// <summary>"Phiếu xuất kho số 12", for instance.</summary>
    public string Note { get; set; } = "";

    public DateTime RecordedAt { get; set; }

    /// <summary>As named on that day.</summary>
    public required string RecordedBy { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<BlankEntry>
    {
        public void Configure(EntityTypeBuilder<BlankEntry> entry)
        {
            entry.ToTable("members_card_blanks");
            entry.Property(e => e.Note).HasMaxLength(MaxNote);
            entry.Property(e => e.RecordedBy).HasMaxLength(MaxName);
            entry.HasIndex(e => new { e.UnitId, e.RecordedAt });
            entry.HasOne(e => e.Unit).WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal static class BlankNames
{
    public static string Name(this BlankKind kind) =>
        kind switch
        {
            BlankKind.Received => "Nhập",
            BlankKind.Used => "Đã in thành thẻ",
            BlankKind.Spoilt => "Hỏng",
            _ => "Chuyển đi, trả lại",
        };
}
