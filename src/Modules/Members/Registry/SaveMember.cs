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
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Registry;

/// <summary>Adds a member, or brings a known one up to date.</summary>
internal sealed class SaveMember(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    FieldCipher cipher,
    KeepFigures figures,
    TimeProvider time
)
{
    private const string OtherUnion =
            "Người có số CCCD này đang là đoàn viên của một công đoàn khác; hãy vào “Chuyển sinh hoạt”, “Tiếp nhận người chuyển đến”.",
        SameUnion = "Số CCCD này là của một đoàn viên khác trong đơn vị: ",
        SameNumber = "Mã đoàn viên này là của một đoàn viên khác.";

    public Task<Result<Guid>> AddAsync(MemberInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var check = new Check();
                var unit = await UnitAsync(input.UnitCode, check, ct);
                var read = CheckMember.Read(input, time.Today(), check);
                if (unit is not null && !user.Required.Can(Permissions.Edit, unit))
                    return Result<Guid>.Refuse("Anh/chị không có quyền thêm đoàn viên vào đơn vị này.");
                await CheckUniqueAsync(null, unit?.Id, read.NationalId, input.MemberNumber, check, ct);
                if (!check.Ok || unit is null)
                    return Result<Guid>.Fail(check.Problems);
                var member = new Member
                {
                    Id = Ids.New(),
                    UnitId = unit.Id,
                    State = user.Required.Can(Permissions.Approve, unit) ? MemberState.Active : MemberState.AwaitingApproval,
                    EnteredAt = time.UtcDateTime(),
                };
                var record = new MemberRecord(member, new() { MemberId = member.Id }, new() { MemberId = member.Id });
                input.To(record, read.Born, read.Phone, user.Required.Can(Permissions.Sensitive, unit));
                Identify(member, read.NationalId);
                db.Add(member);
                db.Add(record.Profile);
                if (!record.Sensitive.IsEmpty)
                    db.Add(record.Sensitive);
                figures.Add(member);
                await figures.SaveAsync(ct);
                audit.Record("members.added", member.Id, $"Thêm đoàn viên {member.FullName} vào {unit.Name}");
                return Result.Of(member.Id);
            },
            ct
        );

    public Task<Result<Guid>> EditAsync(Guid id, MemberInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var member = await db
                    .Members.VisibleTo(user.Required, Permissions.Edit)
                    .Include(m => m.Unit)
                    .FirstOrDefaultAsync(m => m.Id == id, ct);
                if (member is null)
                    return Result<Guid>.Refuse("Anh/chị không có quyền sửa đoàn viên này.");
                if (member.Version != input.Version)
                    return Result<Guid>.Fail("Người khác vừa sửa đoàn viên này. Hãy mở lại trang để xem, rồi ghi phần của anh/chị.");
                var check = new Check();
                var read = CheckMember.Read(input, time.Today(), check);
                await CheckUniqueAsync(id, member.UnitId, read.NationalId, input.MemberNumber, check, ct);
                if (!check.Ok)
                    return Result<Guid>.Fail(check.Problems);
                var before = MemberShare.Of(member);
                var record = await db.TrackRecordAsync(member, ct);
                var place = MemberPlace.Of(record);
                input.To(record, read.Born, read.Phone, user.Required.Can(Permissions.Sensitive, member.Unit));
                Identify(member, read.NationalId);
                member.ReturnReason = "";
                db.AddRange(place.To(record, time.Today(), time.UtcDateTime(), user.Required.FullName));
                figures.Replace(before, member);
                // The member is the row that two people compare, also when only its profile changed.
                db.Entry(member).State = EntityState.Modified;
                await figures.SaveAsync(ct);
                audit.Record("members.edited", id, $"Sửa đoàn viên {member.FullName}, {member.Unit.Name}");
                return Result.Of(id);
            },
            ct
        );

    /// <summary>By its code, or the one for which the person acts.</summary>
    private async Task<Unit?> UnitAsync(string code, Check check, CancellationToken ct)
    {
        var today = time.Today();
        var own = user.Required.Unit?.Id;
        var unit = await db
            .Units.AsNoTracking()
            .Living(today)
            .Where(u => !u.Kind.IsPartOfParent)
            .FirstOrDefaultAsync(u => code.Trim().Length > 0 ? u.Code == code.Trim() : u.Id == own, ct);
        check.That(unit is not null, nameof(MemberInput.UnitCode), "Không có công đoàn nào mã này; xem mã ở trang Đơn vị.");
        if (unit is null)
            return null;
        var hasUnionsBelow = await db.Units.Living(today).AnyAsync(u => u.ParentId == unit.Id && !u.Kind.IsPartOfParent, ct);
        check.That(
            !hasUnionsBelow,
            nameof(MemberInput.UnitCode),
            $"{unit.Name} có các công đoàn bên dưới; hãy ghi mã của công đoàn cơ sở mà người này là đoàn viên."
        );
        return unit;
    }

    private async Task CheckUniqueAsync(Guid? id, Guid? unitId, NationalId? number, string memberNumber, Check check, CancellationToken ct)
    {
        if (number is { } known)
        {
            var key = cipher.Hash(Member.NationalIdPurpose, known.Digits);
            var other = await db
                .Members.Where(m => m.NationalIdKey == key && m.Id != id)
                .Select(m => new { m.FullName, m.UnitId })
                .FirstOrDefaultAsync(ct);
            var message =
                other is null ? ""
                : other.UnitId == unitId ? SameUnion + other.FullName + "."
                : OtherUnion;
            check.That(other is null, nameof(MemberInput.NationalId), message);
        }
        var code = memberNumber.Trim();
        var isTaken = code.Length > 0 && await db.Members.AnyAsync(m => m.MemberNumber == code && m.Id != id, ct);
        check.That(!isTaken, nameof(MemberInput.MemberNumber), SameNumber);
    }

    private void Identify(Member member, NationalId? number)
    {
        if (number is not { } known)
            return;
        member.NationalIdSealed = cipher.Seal(known.Digits);
        member.NationalIdKey = cipher.Hash(Member.NationalIdPurpose, known.Digits);
    }
}
