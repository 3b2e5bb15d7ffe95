namespace DoanKet.Modules.Signing.Providers;

/// <summary>Which interface a provider of remote signing speaks.</summary>
internal enum ProviderLanguage
{
    /// <summary>Cloud Signature Consortium 1.0.4.</summary>
    Csc1,

    /// <summary>Cloud Signature Consortium 2.0.</summary>
    Csc2,

    SmartCa,
    MySign,
}

/// <summary>
/// Section <c>Signing:Providers:{code}</c>: what a provider of remote signing gave to this program by contract. The secret comes from the
/// environment: <c>Signing__Providers__vnpt__Secret</c>.
/// </summary>
internal sealed class ProviderOptions
{
    public ProviderLanguage? Language { get; set; }

    /// <summary>As people know it: "VNPT SmartCA".</summary>
    public string? Name { get; set; }

    /// <summary>Up to where all its addresses are the same: "https://gwsca.vnpt.vn/sca/sp769/".</summary>
    public Uri? Address { get; set; }

    /// <summary>The program's own name with it: sp_id, client_id.</summary>
    public string? Id { get; set; }

    public string? Secret { get; set; }

    /// <summary>Of MySign only.</summary>
    public string? Profile { get; set; }

    /// <summary>How many documents one confirmation on the phone covers; where the provider says less, that counts.</summary>
    public int MostDocuments { get; set; } = 50;
}
