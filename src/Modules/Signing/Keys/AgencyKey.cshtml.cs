using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Ui.Forms;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>The certificate and the seal of the unit, which its clerk keeps (Nghị định 30/2020, điều 32).</summary>
[Uploads]
[Requires(Permissions.SealCode)]
internal sealed class AgencyKeyModel(
    UnionDb db,
    UserContext user,
    HeldKeys keys,
    AddKey add,
    ChangeKey change,
    SigningProviders providers,
    TimeProvider time
) : KeyPageModel(keys, add, change, providers, time)
{
    public const string Address = "/chu-ky-so/co-quan";

    public string UnitName { get; private set; } = "";

    public override string Place => Address;

    public override string PictureName => "con dấu";

    public override bool IsSeal => true;

    /// <summary>The unit that the person acts for, or the office that it is a part of.</summary>
    protected override async Task<KeyHolder?> FindHolderAsync(CancellationToken ct)
    {
        if (user.Required.Unit is not { } acting)
            return null;
        var office = await db.Units.OfficeOfAsync(acting.Id, ct);
        UnitName = office.Name;
        return user.Required.Can(Permissions.Seal, office.Id, office.Path) ? KeyHolder.Unit(office.Id) : null;
    }
}
