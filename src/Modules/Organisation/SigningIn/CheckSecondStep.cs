using DoanKet.Kernel;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// The second step: a code of the app on the phone, or one from the paper. Who guesses here knows the password already, so guessing is
/// stopped soon and the person is told.
/// </summary>
internal sealed class CheckSecondStep(
    PendingSignIn pending,
    AuthenticatorApp app,
    RecoveryCodes recovery,
    SignInGuard guard,
    KnownDevices devices,
    SignInSessions sessions,
    BeginSession begin,
    UnionDb db,
    Work work,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <summary>Of a million codes three are right at a time.</summary>
    private const int TriesFromAnywhere = 10;

    private const string Late = "Đã quá 10 phút từ khi nhập mật khẩu. Hãy đăng nhập lại từ đầu.",
        Wrong =
            "Mã chưa đúng, hoặc đã được dùng. Hãy nhập mã đang hiện trên điện thoại; nếu vẫn chưa đúng, hãy kiểm tra giờ của điện thoại.",
        TooOften = "Đã nhập sai mã quá nhiều lần. Hãy đợi 15 phút rồi thử lại, hoặc nhờ quản trị của đơn vị.";

    /// <param name="trust">No code is wanted in this browser for a month.</param>
    public async Task<Result> HandleAsync(string typed, bool trust, HttpContext http, CancellationToken ct)
    {
        if (await pending.FindAsync(http) is not { } account)
            return Result.Fail(Late);
        var (name, place) = (account.UserName + SignInGuard.Codes, devices.PlaceOf(http, account.Id));
        if (!guard.TryEnter(name, place, TriesFromAnywhere))
        {
            await WarnAsync(account, ct);
            return Result.Fail(TooOften, "Code");
        }
        var used = await work.RunAsync(() => UseAsync(account, Plain(typed), ct), ct);
        if (!used.Ok)
        {
            await RecordWrongAsync(account, ct);
            return used;
        }
        guard.Forgive(name, place);
        var begun = await begin.HandleAsync(account, used.Value, http, ct);
        if (!begun.Ok)
            return begun;
        pending.End(http);
        if (trust)
            pending.Trust(http, account);
        return Result.Success;
    }

    /// <summary>As people type it: "123 456", "ABCDE-FGHIJ".</summary>
    private static string Plain(string typed) => new([.. typed.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).Take(40)]);

    /// <returns>By what, for the log.</returns>
    private async Task<Result<string>> UseAsync(Account account, string code, CancellationToken ct)
    {
        if (await app.AcceptCodeAsync(account, code))
            return " bằng mật khẩu và mã xác nhận";
        if (!await recovery.UseAsync(account, code))
            return Result<string>.Fail(Wrong, "Code");
        var left = await recovery.CountAsync(account);
        await TellAsync(account, $"Vừa đăng nhập bằng một mã dự phòng; còn {left} mã. Nếu không phải anh/chị, hãy đổi mật khẩu ngay.", ct);
        return " bằng mật khẩu và mã dự phòng";
    }

    private Task<Result> RecordWrongAsync(Account account, CancellationToken ct) =>
        work.RunAsync(
            () =>
            {
                audit.Record(
                    "organisation.signin.failed",
                    account.Id,
                    $"Nhập sai mã xác nhận của {account.UserName}, từ {sessions.Address}"
                );
                return Task.FromResult(Result.Success);
            },
            ct
        );

    private Task<Result> WarnAsync(Account account, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await TellAsync(
                    account,
                    "Có người nhập đúng mật khẩu của anh/chị nhưng sai mã nhiều lần. Nếu không phải anh/chị, hãy đổi mật khẩu ngay.",
                    ct
                );
                return Result.Success;
            },
            ct
        );

    /// <summary>The person alone, whoever stands in: it is about the account. Once an hour says enough.</summary>
    private async Task TellAsync(Account account, string text, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        var since = now.AddHours(-1);
        if (!await db.Set<Notice>().AnyAsync(n => n.AccountId == account.Id && n.Text == text && n.At > since, ct))
            db.Add(Notice.To(account.Id, text, ShellAddresses.ChangePassword, now, isUrgent: true));
    }
}
