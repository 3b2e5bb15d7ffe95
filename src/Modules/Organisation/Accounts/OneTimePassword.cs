using System.Security.Cryptography;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>A password that can be read out over the telephone: no letters that look alike.</summary>
internal static class OneTimePassword
{
    private const string Letters = "abcdefghkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of four letters: about 78 bits.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
