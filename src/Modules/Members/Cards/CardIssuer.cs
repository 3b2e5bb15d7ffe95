using DoanKet.CardTokens;
using DoanKet.Kernel.Secrets;
using DoanKet.Kernel.Settings;
using Microsoft.Extensions.Options;

namespace DoanKet.Modules.Members.Cards;

/// <summary>Signs the codes of cards. The key lies in the folder of keys and travels with a backup; its public half is published.</summary>
internal sealed class CardIssuer(DataFolder data, IOptions<SiteOptions> site)
{
    /// <summary>Public addresses of cards begin so.</summary>
    public const string Address = "/the/";

    private readonly Lazy<CardKey> _key = new(() => new(new KeyFile(data, "cards.json").FindOrMake()));

    public CardKey Key => _key.Value;

    /// <summary>What stands before a signed code: in capitals, which a QR code holds in fewer dots, and no part of an address of ours
    /// minds. Empty where the program's address is not set.</summary>
    public string QrAddress => site.Value.Address is { } address ? new Uri(address, Address).ToString().ToUpperInvariant() : "";

    public string QrText(string code, DateOnly issuedOn) => QrAddress + Key.Sign(new(code, issuedOn));
}
