using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Ui.UnitPicker;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Transfers;

internal sealed class TransferInput
{
    /// <summary>The union that takes the member in.</summary>
    public UnitPick To { get; set; } = new();

    public DateOnly? On { get; set; }

    public string DecisionNumber { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>Of somebody who came to the union; used when the receiving union asks.</summary>
    public string NationalId { get; set; } = "";

    public string FullName { get; set; } = "";
}

/// <summary>Asks the other union to let a member come or go; who may decide for both does it at once.</summary>
internal sealed class AskTransfer(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    FieldCipher cipher,
    ChangeUnion change,
    TellSide tell,
    TimeProvider time
)
{
    /// <summary>The home union sends somebody on.</summary>
    /// <returns>The transfer.</returns>
    public Task<Result<Guid>> OutAsync(Guid memberId, TransferInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Member>(db, memberId, ct);
                var member = await db
                    .Members.VisibleTo(user.Required, Permissions.Edit)
                    .Include(m => m.Unit)
                    .FirstOrDefaultAsync(m => m.Id == memberId, ct);
                return member is null
                    ? Result<Guid>.Refuse("Anh/chị không có quyền chuyển đoàn viên này.")
                    : await AskAsync(member, isFromHome: true, input, new(), ct);
            },
            ct
        );

    /// <summary>The receiving union asks for somebody whose card of identity it has seen.</summary>
    public Task<Result<Guid>> InAsync(TransferInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var check = new Check();
                var member = await FindAsync(input, check, ct);
                if (!check.Ok || member is null)
                    return Result<Guid>.Fail(check.Problems);
                await db.Dialect.LockRowAsync<Member>(db, member.Id, ct);
                return await AskAsync(member, isFromHome: false, input, check, ct);
            },
            ct
        );

    /// <summary>Number and name together, so that nobody learns whose a number is by trying.</summary>
    private async Task<Member?> FindAsync(TransferInput input, Check check, CancellationToken ct)
    {
        var number = NationalId.Read(input.NationalId, out _);
        check.That(number is not null, nameof(input.NationalId), "Hãy ghi số CCCD 12 chữ số.");
        if (number is not { } known)
            return null;
        var key = cipher.Hash(Member.NationalIdPurpose, known.Digits);
        var member = await db.Members.Include(m => m.Unit).FirstOrDefaultAsync(m => m.NationalIdKey == key, ct);
        var isMeant = member is not null && member.NameFold == Fold.Text(input.FullName);
        check.That(
            isMeant,
            nameof(input.FullName),
            "Không có đoàn viên nào với số CCCD và họ tên này; hãy thêm người ấy như đoàn viên mới."
        );
        return isMeant ? member : null;
    }

    private async Task<Result<Guid>> AskAsync(Member member, bool isFromHome, TransferInput input, Check check, CancellationToken ct)
    {
        var today = time.Today();
        var to = await db.Units.Living(today).Where(u => !u.Kind.IsPartOfParent).FirstOrDefaultAsync(u => input.To.Ids.Contains(u.Id), ct);
        var hasUnionsBelow =
            to is not null && await db.Units.Living(today).AnyAsync(u => u.ParentId == to.Id && !u.Kind.IsPartOfParent, ct);
        check
            .That(to is not null, nameof(input.To), "Hãy chọn công đoàn nhận.")
            .That(!hasUnionsBelow, nameof(input.To), $"{to?.Name} có các công đoàn bên dưới; hãy chọn công đoàn cơ sở.")
            .That(to?.Id != member.UnitId, nameof(input.To), $"{member.FullName} đang là đoàn viên của chính công đoàn này.")
            .That(
                member.State is MemberState.Active or MemberState.Paused,
                "",
                $"{member.FullName} {member.State.Name().ToLowerInvariant()}, nên không chuyển được."
            )
            .That(
                !await db.Transfers.AnyAsync(t => t.MemberId == member.Id && t.State == TransferState.Asked, ct),
                "",
                "Đã có một đề nghị chuyển người này đang chờ trả lời."
            )
            .That(input.On is not null, nameof(input.On), "Hãy ghi ngày chuyển.")
            .That(input.On is null || input.On <= today.AddDays(60), nameof(input.On), "Ngày chuyển xa quá hai tháng; hãy xem lại.")
            .That(input.On is null || input.On.Value.Year >= 1946, nameof(input.On), "Hãy xem lại năm.")
            .AtMost(input.DecisionNumber, MemberTransfer.MaxDecision, nameof(input.DecisionNumber), "Số giấy giới thiệu")
            .AtMost(input.Reason, MemberTransfer.MaxReason, nameof(input.Reason), "Lý do");
        if (to is not null && !isFromHome && !user.Required.Can(Permissions.Edit, to))
            return Result<Guid>.Refuse("Anh/chị không có quyền tiếp nhận đoàn viên vào đơn vị này.");
        if (!check.Ok || to is null)
            return Result<Guid>.Fail(check.Problems);
        var transfer = Transfer(member, to, isFromHome, input);
        db.Add(transfer);
        audit.Record("members.transfer.asked", member.Id, $"Đề nghị chuyển {member.FullName} từ {member.Unit.Name} đến {to.Name}");
        if (user.Required.Can(Permissions.Edit, member.Unit) && user.Required.Can(Permissions.Edit, to))
            await AgreeAtOnceAsync(transfer, member, to, ct);
        else
            await tell.OfAskingAsync(transfer, member, to, ct);
        return Result.Of(transfer.Id);
    }

    private async Task AgreeAtOnceAsync(MemberTransfer transfer, Member member, Unit to, CancellationToken ct)
    {
        (transfer.State, transfer.AnsweredAt, transfer.AnsweredBy) = (TransferState.Agreed, transfer.AskedAt, transfer.AskedBy);
        UnionChange decided = new(to, MovementKind.Transferred, transfer.On, transfer.DecisionNumber, transfer.Reason);
        await change.OneAsync(member, decided, ct);
    }

    private MemberTransfer Transfer(Member member, Unit to, bool isFromHome, TransferInput input) =>
        new()
        {
            Id = Ids.New(),
            MemberId = member.Id,
            FromUnitId = member.UnitId,
            ToUnitId = to.Id,
            IsFromHome = isFromHome,
            On = input.On!.Value,
            DecisionNumber = input.DecisionNumber.Trim(),
            Reason = input.Reason.Trim(),
            AskedAt = time.UtcDateTime(),
            AskedBy = user.Required.FullName,
        };
}
