using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.Accounts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Absences;

/// <summary>A person says when they are away and who does the work meanwhile; for somebody who fell ill an administrator does.</summary>
internal sealed class RecordAbsence(
    UnionDb db,
    Work work,
    AuditTrail audit,
    AccountReach reach,
    PossibleDeputies deputies,
    Notices notices,
    UserContext user,
    TimeProvider time
)
{
    /// <summary>Longer than this nobody is away with a deputy: the post is given to somebody else.</summary>
    private const int MostDays = 366;

    public Task<Result> HandleAsync(Guid accountId, AbsenceInput input, CancellationToken ct) =>
        work.RunAsync(() => RecordAsync(accountId, input, ct), ct);

    private async Task<Result> RecordAsync(Guid accountId, AbsenceInput input, CancellationToken ct)
    {
        if (accountId != user.Required.AccountId && !await reach.CoversAsync(accountId, ct))
            return Result.Refuse("Không tìm thấy tài khoản, hoặc anh/chị không có quyền.");
        // A double click waits here and then sees the first one.
        await db.Dialect.LockRowAsync<Account>(db, accountId, ct);
        var today = time.Today();
        var (first, last, authority) = (input.FirstDay ?? today, input.LastDay, input.WrittenAuthority?.Trim() ?? "");
        var deputy = (await deputies.ForAsync(accountId, ct)).FirstOrDefault(d => d.AccountId == input.DeputyId);
        var check = new Check()
            .That(first >= today, nameof(input.FirstDay), "Ngày bắt đầu đã qua; hãy chọn từ hôm nay trở đi.")
            .That(last is not null, nameof(input.LastDay), "Hãy ghi ngày vắng cuối cùng, ví dụ 20/03/2026.")
            .That(last is null || last >= first, nameof(input.LastDay), "Ngày cuối phải từ ngày bắt đầu trở đi.")
            .That(
                last is null || last.Value.DayNumber - first.DayNumber < MostDays,
                nameof(input.LastDay),
                "Vắng quá một năm thì hãy nhờ quản trị giao chức vụ cho người khác."
            )
            .That(deputy is not null, nameof(input.DeputyId), "Hãy chọn người thay trong số người cùng cơ quan.")
            .AtMost(authority, Absence.MaxAuthority, nameof(input.WrittenAuthority), "Giấy ủy quyền ký");
        if (!check.Ok)
            return check.AsResult();
        var meanwhile = db.Set<Absence>().Where(a => a.EndedAt == null && a.FirstDay <= last && a.LastDay >= first);
        if (await meanwhile.FirstOrDefaultAsync(a => a.AccountId == accountId, ct) is { } same)
            return Result.Fail(
                $"Đã báo vắng từ {same.FirstDay.Show()} đến {same.LastDay.Show()}; hãy kết thúc lần ấy trước, hoặc chọn ngày khác.",
                nameof(input.FirstDay)
            );
        if (await meanwhile.FirstOrDefaultAsync(a => a.AccountId == deputy!.AccountId, ct) is { } away)
            return Result.Fail(
                $"{deputy!.FullName} cũng vắng từ {away.FirstDay.Show()} đến {away.LastDay.Show()}; hãy chọn người khác.",
                nameof(input.DeputyId)
            );
        var absent = await db.Users.FirstAsync(a => a.Id == accountId, ct);
        db.Add(
            new Absence
            {
                Id = Ids.New(),
                AccountId = accountId,
                DeputyId = deputy!.AccountId,
                FirstDay = first,
                LastDay = last!.Value,
                WrittenAuthority = authority,
                CreatedAt = time.UtcDateTime(),
                CreatedById = user.Required.AccountId,
            }
        );
        var days = $"từ {first.Show()} đến {last.Value.Show()}";
        audit.Record(
            "organisation.absence.recorded",
            accountId,
            $"{absent.FullName} vắng mặt {days}, {deputy.FullName} thay" + (authority.Length > 0 ? $"; ủy quyền ký: {authority}" : "")
        );
        await notices.TellAsync(
            deputy.AccountId,
            $"{absent.FullName} vắng mặt {days}; anh/chị thay. Việc của {absent.FullName} sẽ nằm trong “Việc của tôi”.",
            AbsenceAddresses.Own,
            ct
        );
        foreach (var left in await meanwhile.Where(a => a.DeputyId == accountId).ToListAsync(ct))
            await notices.TellAsync(
                left.AccountId,
                $"{absent.FullName}, người thay anh/chị, cũng vắng mặt {days}; hãy chọn người khác.",
                AbsenceAddresses.Own,
                ct
            );
        return Result.Success;
    }
}
