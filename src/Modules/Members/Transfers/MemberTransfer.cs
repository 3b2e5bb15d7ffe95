using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Transfers;

internal enum TransferState
{
    /// <summary>One side asks; the other has not answered.</summary>
    Asked = 0,
    Agreed = 1,
    Refused = 2,

    /// <summary>Taken back by the side that asked.</summary>
    Cancelled = 3,
}

internal static class TransferNames
{
    public static string Name(this TransferState state) =>
        state switch
        {
            TransferState.Asked => "Chờ trả lời",
            TransferState.Agreed => "Đã chuyển",
            TransferState.Refused => "Không đồng ý",
            _ => "Đã rút lại",
        };

    public static BadgeKind Badge(this TransferState state) =>
        state switch
        {
            TransferState.Asked => BadgeKind.Waiting,
            TransferState.Agreed => BadgeKind.Done,
            TransferState.Refused => BadgeKind.Returned,
            _ => BadgeKind.Neutral,
        };
}

/// <summary>
/// Chuyển sinh hoạt công đoàn: a member goes from one union to another. One side asks and the other agrees; until then the member stays, so
/// that nobody is ever a member twice or nowhere.
/// </summary>
internal sealed class MemberTransfer : IVersioned
{
    public const int MaxReason = 500,
        MaxDecision = 100,
        MaxName = 200;

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    public Member Member { get; set; } = null!;

    public Guid FromUnitId { get; set; }

    public Unit FromUnit { get; set; } = null!;

    public Guid ToUnitId { get; set; }

    public Unit ToUnit { get; set; } = null!;

    /// <summary>True when the home union sends the member, false when the other union asks for somebody who came to it.</summary>
    public bool IsFromHome { get; set; }

    public TransferState State { get; set; }

    /// <summary>From which day on the member belongs to the other union.</summary>
    public DateOnly On { get; set; }

    /// <summary>Of the giấy giới thiệu or the decision.</summary>
    public string DecisionNumber { get; set; } = "";

    public string Reason { get; set; } = "";

    public DateTime AskedAt { get; set; }

    /// <summary>As named on that day.</summary>
    public required string AskedBy { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public string AnsweredBy { get; set; } = "";

    /// <summary>Why it was refused.</summary>
    public string AnswerReason { get; set; } = "";

    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MemberTransfer>
    {
        public void Configure(EntityTypeBuilder<MemberTransfer> transfer)
        {
            transfer.ToTable("members_transfers");
            transfer.Property(t => t.DecisionNumber).HasMaxLength(MaxDecision);
            transfer.Property(t => t.Reason).HasMaxLength(MaxReason);
            transfer.Property(t => t.AskedBy).HasMaxLength(MaxName);
            transfer.Property(t => t.AnsweredBy).HasMaxLength(MaxName);
            transfer.Property(t => t.AnswerReason).HasMaxLength(MaxReason);
            transfer.HasIndex(t => t.MemberId).IsUnique().HasFilter("\"State\" = 0");
            transfer.HasIndex(t => new { t.FromUnitId, t.State });
            transfer.HasIndex(t => new { t.ToUnitId, t.State });
            transfer.HasOne(t => t.Member).WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Restrict);
            transfer.HasOne(t => t.FromUnit).WithMany().HasForeignKey(t => t.FromUnitId).OnDelete(DeleteBehavior.Restrict);
            transfer.HasOne(t => t.ToUnit).WithMany().HasForeignKey(t => t.ToUnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
