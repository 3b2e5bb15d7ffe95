using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Moving;

/// <summary>What happened to a membership.</summary>
internal enum MovementKind
{
    /// <summary>The union above said that the entry is right.</summary>
    Approved = 0,
    Paused = 1,
    Resumed = 2,

    /// <summary>To another section (bộ phận, tổ) of the same union.</summary>
    SectionChanged = 3,

    /// <summary>Another post (chức vụ công đoàn), or none any more.</summary>
    PostChanged = 4,
    Retired = 10,

    /// <summary>By the member's own wish.</summary>
    Resigned = 11,
    Died = 12,
    Expelled = 13,

    /// <summary>Xóa tên.</summary>
    Struck = 14,

    /// <summary>Left the workplace without a word where to.</summary>
    LeftWork = 15,

    /// <summary>Taken back into the union that the member had left.</summary>
    Readmitted = 20,

    /// <summary>Chuyển sinh hoạt: to another union, which agreed.</summary>
    Transferred = 30,

    /// <summary>With all others, because the union was merged, split or closed.</summary>
    Merged = 31,

    /// <summary>A second entry of the same person, of this union, went into the other.</summary>
    SecondEntry = 40,
}

internal static class MovementNames
{
    public static string Name(this MovementKind kind) =>
        kind switch
        {
            MovementKind.Approved => "Được duyệt",
            MovementKind.Paused => "Tạm ngừng sinh hoạt",
            MovementKind.Resumed => "Sinh hoạt trở lại",
            MovementKind.SectionChanged => "Chuyển bộ phận, tổ",
            MovementKind.PostChanged => "Đổi chức vụ công đoàn",
            MovementKind.Retired => "Thôi: nghỉ hưu",
            MovementKind.Resigned => "Thôi: có đơn xin thôi",
            MovementKind.Died => "Thôi: qua đời",
            MovementKind.Expelled => "Thôi: khai trừ",
            MovementKind.Struck => "Thôi: xóa tên",
            MovementKind.LeftWork => "Thôi: nghỉ việc, không chuyển sinh hoạt",
            MovementKind.Transferred => "Chuyển sinh hoạt",
            MovementKind.Merged => "Chuyển do sắp xếp tổ chức",
            MovementKind.SecondEntry => "Gộp lần nhập thứ hai",
            _ => "Kết nạp lại",
        };

    /// <summary>Where the membership stands afterwards.</summary>
    public static MemberState Leads(this MovementKind kind) =>
        kind switch
        {
            MovementKind.Paused => MemberState.Paused,
            >= MovementKind.Retired and < MovementKind.Readmitted => MemberState.Left,
            _ => MemberState.Active,
        };

    /// <summary>What can happen to a membership that stands so.</summary>
    public static IReadOnlyList<MovementKind> Possible(this MemberState state) =>
        state switch
        {
            MemberState.Active => [MovementKind.Paused, .. Leavings],
            MemberState.Paused => [MovementKind.Resumed, .. Leavings],
            MemberState.Left => [MovementKind.Readmitted],
            _ => [],
        };

    private static readonly MovementKind[] Leavings = [.. Enum.GetValues<MovementKind>().Where(kind => kind.Leads() == MemberState.Left)];
}

/// <summary>One event of a membership with its decision; never changed.</summary>
internal sealed class MemberMovement
{
    public const int MaxDecision = 100,
        MaxReason = 500,
        MaxName = 200;

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    public MovementKind Kind { get; set; }

    /// <summary>Whose member the person was.</summary>
    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    /// <summary>To which union, where the member went from one to another.</summary>
    public Guid? ToUnitId { get; set; }

    public Unit? ToUnit { get; set; }

    /// <summary>From which day on.</summary>
    public DateOnly On { get; set; }

    public string DecisionNumber { get; set; } = "";

    public DateOnly? DecisionOn { get; set; }

    public string Signer { get; set; } = "";

    public string Reason { get; set; } = "";

    public DateTime RecordedAt { get; set; }

    /// <summary>As named on that day.</summary>
    public required string RecordedBy { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MemberMovement>
    {
        public void Configure(EntityTypeBuilder<MemberMovement> movement)
        {
            movement.ToTable("members_movements");
            movement.Property(m => m.DecisionNumber).HasMaxLength(MaxDecision);
            movement.Property(m => m.Signer).HasMaxLength(MaxName);
            movement.Property(m => m.Reason).HasMaxLength(MaxReason);
            movement.Property(m => m.RecordedBy).HasMaxLength(MaxName);
            movement.HasIndex(m => new { m.MemberId, m.RecordedAt });
            // Increase and decrease by cause in a period.
            movement.HasIndex(m => new { m.UnitId, m.On });
            movement.HasIndex(m => new { m.ToUnitId, m.On }).HasFilter("\"ToUnitId\" is not null");
            movement.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Cascade);
            movement.HasOne(m => m.Unit).WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
            movement.HasOne(m => m.ToUnit).WithMany().HasForeignKey(m => m.ToUnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
