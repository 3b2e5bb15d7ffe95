namespace DoanKet.Modules.Signing.Keys;

/// <summary>The page of a certificate, for whoever was sent elsewhere to add one.</summary>
internal static class KeyPages
{
    public static (string Address, string Name) Of(bool office) =>
        office ? (AgencyKeyModel.Address, "Về chữ ký số cơ quan") : (OwnKeyModel.Address, "Về chữ ký của tôi");
}
