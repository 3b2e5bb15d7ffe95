using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Erasing;

/// <summary>
/// Takes out of the registry what is known of somebody who is no member any more (Luật 91/2025/QH15: whoever left is not kept for ever).
/// What remains there tells how many people of what year and sex a union had. It can't be undone. It does not reach the log, the names in
/// terms and committees, the files of cards that were printed, the portrait's file in the vault, and backups.
/// </summary>
internal sealed class EraseMember(UnionDb db, Work work, AuditTrail audit, UserContext user, KeepFigures figures)
{
    public const string Nameless = "Đã xóa thông tin";

    public Task<Result> HandleAsync(Guid memberId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Member>(db, memberId, ct);
                var member = await db
                    .Members.VisibleTo(user.Required, Permissions.Approve)
                    .Include(m => m.Unit)
                    .FirstOrDefaultAsync(m => m.Id == memberId, ct);
                if (member is null)
                    return Result.Refuse("Chỉ công đoàn cấp trên xóa được thông tin của người này.");
                if (member.State != MemberState.Left)
                    return Result.Fail("Chỉ xóa được thông tin của người đã thôi là đoàn viên; hãy ghi biến động trước.");
                if (await db.Requests.AnyAsync(r => r.MemberId == memberId && r.AnsweredAt == null, ct))
                    return Result.Fail("Người này còn yêu cầu chưa trả lời; hãy trả lời trước.");
                var before = MemberShare.Of(member);
                Forget(member);
                figures.Replace(before, member);
                await figures.SaveAsync(ct);
                await ForgetRowsAsync(memberId, ct);
                audit.Record("members.erased", memberId, $"Xóa thông tin cá nhân của một người đã thôi là đoàn viên, {member.Unit.Name}");
                return Result.Success;
            },
            ct
        );

    private static void Forget(Member member)
    {
        member.Rename(Nameless);
        member.Born = member.BirthYear is { } year ? new BirthDate(year, null) : null;
        (member.NationalIdSealed, member.NationalIdKey, member.MemberNumber) = (null, null, null);
        member.Phone = member.Email = member.Department = member.Position = member.ReturnReason = "";
    }

    private async Task ForgetRowsAsync(Guid id, CancellationToken ct)
    {
        await db.Profiles.Where(p => p.MemberId == id).ExecuteDeleteAsync(ct);
        await db.Sensitive.Where(s => s.MemberId == id).ExecuteDeleteAsync(ct);
        await db.Photos.Where(p => p.MemberId == id).ExecuteDeleteAsync(ct);
        await db.SuspectPairs.Where(p => p.FirstId == id || p.SecondId == id).ExecuteDeleteAsync(ct);
        await db.ImportChanges.Where(c => c.MemberId == id).ExecuteDeleteAsync(ct);
        await db.MemberSessions.Where(s => s.MemberId == id).ExecuteDeleteAsync(ct);
        await db.MemberPasskeys.Where(k => k.MemberId == id).ExecuteDeleteAsync(ct);
        await db.OneTimeCodes.Where(c => c.MemberId == id).ExecuteDeleteAsync(ct);
        await db.Movements.Where(m => m.MemberId == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Reason, ""), ct);
        await db
            .Requests.Where(r => r.MemberId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Text, "").SetProperty(r => r.Answer, ""), ct);
        await db
            .Merges.Where(m => m.KeptId == id || m.GoneId == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.KeptName, Nameless)
                        .SetProperty(m => m.GoneName, Nameless)
                        .SetProperty(m => m.SealedBefore, Array.Empty<byte>()),
                ct
            );
    }
}
