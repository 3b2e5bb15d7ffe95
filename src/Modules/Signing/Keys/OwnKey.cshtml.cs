using DoanKet.Kernel.Access;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Ui.Forms;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>The own certificate.</summary>
[Uploads]
[Requires(Permissions.UseCode)]
internal sealed class OwnKeyModel(
    UserContext user,
    HeldKeys keys,
    AddKey add,
    ChangeKey change,
    SigningProviders providers,
    TimeProvider time
) : KeyPageModel(keys, add, change, providers, time)
{
    public const string Address = "/chu-ky-so";

    public override string Place => Address;

    public override string PictureName => "chữ ký";

    protected override Task<KeyHolder?> FindHolderAsync(CancellationToken ct) =>
        Task.FromResult<KeyHolder?>(KeyHolder.Person(user.Required.AccountId));
}
