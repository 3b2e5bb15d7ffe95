using DoanKet.Kernel.Access;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Ui.Forms;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>The certificate and the seal of the unit, which its clerk keeps (Nghị định 30/2020, điều 32).</summary>
[Uploads]
[Requires(Permissions.SealCode)]
internal sealed class AgencyKeyModel(
    HeldKeys keys,
    AddKey add,
    ChangeKey change,
    SigningProviders providers,
    ServerModule module,
    TimeProvider time
) : KeyPageModel(keys, add, change, providers, time)
{
    public const string Address = "/chu-ky-so/co-quan";

    /// <summary>The server has a security module.</summary>
    public bool HasModule => module.IsSet;

    public string UnitName { get; private set; } = "";

    public override string Place => Address;

    public override string PictureName => "con dấu";

    public override bool IsSeal => true;

    protected override async Task<KeyHolder?> FindHolderAsync(CancellationToken ct)
    {
        if (await Held.OwnOfficeAsync(ct) is not { } office)
            return null;
        UnitName = office.Name;
        return KeyHolder.Unit(office.Id);
    }
}
