using System.Buffers.Text;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.Security;

/// <summary>Takes away one of one's own passkeys.</summary>
internal sealed class RemovePasskey(UserManager<Account> users, OwnPassword own, Work work, AuditTrail audit)
{
    /// <param name="id">As <see cref="IdOf"/> writes it; of a key that is not there nothing happens.</param>
    public async Task<Result> HandleAsync(string id, CancellationToken ct)
    {
        var account = await own.FindAsync();
        if ((await users.GetPasskeysAsync(account)).FirstOrDefault(p => IdOf(p) == id) is not { } passkey)
            return Result.Success;
        return await work.RunAsync(
            async () =>
            {
                await users.RemovePasskeyAsync(account, passkey.CredentialId);
                audit.Record("organisation.signin.passkey", account.Id, "Gỡ một khóa truy cập của mình");
                return Result.Success;
            },
            ct
        );
    }

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);
}
