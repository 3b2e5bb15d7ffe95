using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;

namespace DoanKet.Modules.Members.Transfers;

/// <summary>Tells the officers of a union what the other side of a transfer asks or answers.</summary>
internal sealed class TellSide(Notices notices)
{
    private static readonly string[] Officers = [Roles.Grassroots, Roles.Organiser];

    public Task OfAskingAsync(MemberTransfer transfer, Member member, Unit to, CancellationToken ct) =>
        transfer.IsFromHome
            ? TellAsync(to.Id, $"{member.Unit.Name} giới thiệu {member.FullName} chuyển đến; hãy trả lời", transfer, ct)
            : TellAsync(member.UnitId, $"{to.Name} đề nghị tiếp nhận {member.FullName}; hãy trả lời", transfer, ct);

    public Task OfAnswerAsync(MemberTransfer transfer, string answer, CancellationToken ct) =>
        TellAsync(
            transfer.IsFromHome ? transfer.FromUnitId : transfer.ToUnitId,
            $"Chuyển sinh hoạt của {transfer.Member.FullName}: {answer}",
            transfer,
            ct
        );

    private Task TellAsync(Guid unit, string text, MemberTransfer transfer, CancellationToken ct) =>
        notices.TellPostsAsync([unit], Officers, text, $"/doan-vien/chuyen/{transfer.Id}", ct);
}
