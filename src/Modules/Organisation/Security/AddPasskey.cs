using DoanKet.Kernel;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.SigningIn;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.Security;

/// <summary>Adds a passkey: the password first, then the device makes a key pair and gives the public half.</summary>
internal sealed class AddPasskey(
    SignInManager<Account> signIn,
    UserManager<Account> users,
    OwnPassword password,
    UnionDb db,
    Work work,
    AuditTrail audit,
    TimeProvider time
)
{
    public const int Most = 10,
        LongestName = 60;

    private const string Failed =
        "Chưa thêm được khóa truy cập. Hãy thử lại; nếu vẫn chưa được, hãy dùng điện thoại hoặc trình duyệt khác.";

    /// <returns>What the browser asks the device for, as JSON; the challenge is kept in a cookie until the answer comes.</returns>
    public async Task<Result<string>> AskAsync(string typed, string name, HttpContext http)
    {
        var own = await password.CheckAsync(typed, http);
        if (!own.Ok)
            return Result<string>.Fail(own.Problems);
        if ((await users.GetPasskeysAsync(own.Value)).Count >= Most)
            return Result<string>.Fail($"Mỗi người có nhiều nhất {Most} khóa truy cập. Hãy gỡ khóa không dùng nữa.");
        if (name.Trim().Length is 0 or > LongestName)
            return Result<string>.Fail($"Hãy đặt tên cho khóa, nhiều nhất {LongestName} ký tự, ví dụ: Điện thoại của tôi.", "Name");
        var account = own.Value;
        return await signIn.MakePasskeyCreationOptionsAsync(
            new()
            {
                Id = account.Id.ToString(),
                Name = account.UserName!,
                DisplayName = account.FullName,
            }
        );
    }

    public async Task<Result> HandleAsync(string credential, string name, CancellationToken ct)
    {
        var account = await password.FindAsync();
        if (await CheckAsync(credential) is not { Succeeded: true } made || made.UserEntity.Id != account.Id.ToString())
            return Result.Fail(Failed);
        made.Passkey.Name = name.Trim() is { Length: > 0 and <= LongestName } named ? named : "Khóa truy cập";
        return await work.RunAsync(
            async () =>
            {
                if (!(await users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded)
                    return Result.Fail(Failed);
                audit.Record("organisation.signin.passkey", account.Id, "Thêm một khóa truy cập của mình");
                var text = $"Vừa thêm khóa truy cập “{made.Passkey.Name}”. Nếu không phải anh/chị, hãy gỡ khóa và đổi mật khẩu ngay.";
                db.Add(Notice.To(account.Id, text, ShellAddresses.Security, time.UtcDateTime(), isUrgent: true));
                return Result.Success;
            },
            ct
        );
    }

    private async Task<PasskeyAttestationResult?> CheckAsync(string credential)
    {
        if (credential.Length is 0 or > Passkeys.MaxCredential)
            return null;
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge was given to this browser, or it is too old.
            return null;
        }
    }
}
