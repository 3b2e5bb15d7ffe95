namespace DoanKet.Modules.Signing.Trust;

/// <summary>Fingerprints as people type them.</summary>
internal static class Fingerprints
{
    /// <summary>Without colons and blanks, in capitals.</summary>
    public static string Clean(string typed) => new string([.. typed.Where(char.IsAsciiHexDigit)]).ToUpperInvariant();
}
