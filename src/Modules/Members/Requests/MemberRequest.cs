using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Requests;

internal enum RequestState
{
    /// <summary>Nobody of the union has looked.</summary>
    Sent = 0,

    /// <summary>The member was told that it is there.</summary>
    Acknowledged = 1,

    /// <summary>Answered with yes, or with no.</summary>
    Granted = 2,
    Refused = 3,
}

internal static class RequestNames
{
    public static string Name(this RequestState state) =>
        state switch
        {
            RequestState.Sent => "Mới gửi",
            RequestState.Acknowledged => "Đang giải quyết",
            RequestState.Granted => "Đã giải quyết",
            _ => "Không giải quyết",
        };

    public static BadgeKind Badge(this RequestState state) =>
        state switch
        {
            RequestState.Sent => BadgeKind.Waiting,
            RequestState.Acknowledged => BadgeKind.Info,
            RequestState.Granted => BadgeKind.Done,
            _ => BadgeKind.Returned,
        };

    public static bool IsOpen(this RequestState state) => state < RequestState.Granted;
}

/// <summary>What a member asks of the union, with the days by which it is acknowledged and answered.</summary>
internal sealed class MemberRequest : IOwnedByUnit, IVersioned
{
    public const int MaxText = 2000,
        MaxName = 200;

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    public Member Member { get; set; } = null!;

    /// <summary>The member's union; goes along with the member.</summary>
    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public required string KindCode { get; set; }

    /// <summary>As named on that day.</summary>
    public required string KindName { get; set; }

    public required string Text { get; set; }

    public RequestState State { get; set; }

    public DateTime AskedAt { get; set; }

    public DateOnly AcknowledgeBy { get; set; }

    public DateOnly AnswerBy { get; set; }

    /// <summary>By how many days the answer may be put off, once; 0 when it was.</summary>
    public int ExtraDays { get; set; }

    public string ExtendedBecause { get; set; } = "";

    public string Answer { get; set; } = "";

    public DateTime? AnsweredAt { get; set; }

    /// <summary>As named on that day.</summary>
    public string AnsweredBy { get; set; } = "";

    public int Version { get; set; }

    /// <summary>The next day by which the union has something to do.</summary>
    public DateOnly DueOn => State == RequestState.Sent ? AcknowledgeBy : AnswerBy;

    private sealed class Configuration : IEntityTypeConfiguration<MemberRequest>
    {
        public void Configure(EntityTypeBuilder<MemberRequest> request)
        {
            request.ToTable("members_requests");
            request.Ignore(r => r.DueOn);
            request.Property(r => r.KindCode).HasMaxLength(RequestKind.MaxCode);
            request.Property(r => r.KindName).HasMaxLength(RequestKind.MaxName);
            request.Property(r => r.Text).HasMaxLength(MaxText);
            request.Property(r => r.ExtendedBecause).HasMaxLength(MaxText);
            request.Property(r => r.Answer).HasMaxLength(MaxText);
            request.Property(r => r.AnsweredBy).HasMaxLength(MaxName);
            request.HasIndex(r => new { r.MemberId, r.AskedAt });
            request.HasIndex(r => new
            {
                r.UnitId,
                r.State,
                r.AnswerBy,
            });
            request.HasOne(r => r.Member).WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
            request.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
