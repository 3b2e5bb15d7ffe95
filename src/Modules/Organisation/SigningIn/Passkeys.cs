using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// Signing in with a passkey (WebAuthn): the device asks for its owner's finger, face or PIN and signs a challenge of this site, so it is
/// both steps at once and can't be given to a false site.
/// </summary>
internal sealed class Passkeys(SignInManager<Account> signIn, UserManager<Account> users, BeginSession begin, Work work)
{
    /// <summary>Longest answer of a browser, in characters.</summary>
    public const int MaxCredential = 20_000;

    private const string Failed =
        "Chưa đăng nhập được bằng khóa truy cập này. Có thể khóa đã bị gỡ; hãy đăng nhập bằng mật khẩu rồi thêm lại khóa.";

    /// <summary>What the browser asks the device for, as JSON; the challenge is kept in a cookie until the answer comes.</summary>
    public Task<string> AskAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<Result> SignInAsync(string credential, HttpContext http, CancellationToken ct)
    {
        if (await CheckAsync(credential) is not { Succeeded: true, User.ClosedAt: null } answer)
            return Result.Fail(Failed);
        // How often the key has been used, by which a copy is found out.
        var kept = await work.RunAsync(
            async () => (await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey)).Succeeded ? Result.Success : Result.Fail(Failed),
            ct
        );
        return kept.Ok ? await begin.HandleAsync(answer.User, " bằng khóa truy cập", http, ct) : kept;
    }

    private async Task<PasskeyAssertionResult<Account>?> CheckAsync(string credential)
    {
        if (credential.Length is 0 or > MaxCredential)
            return null;
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge was given to this browser, or it is too old.
            return null;
        }
    }
}
