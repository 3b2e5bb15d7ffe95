using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>Texts that leave the program and come back: only it can write and read them, and only until their time is over.</summary>
internal sealed class TimedSeal(IDataProtectionProvider protection, TimeProvider time)
{
    /// <param name="purpose">What is sealed for one purpose opens for no other.</param>
    public string Seal(string purpose, string text, TimeSpan life)
    {
        var until = (time.GetUtcNow() + life).ToUnixTimeSeconds();
        return protection.CreateProtector(purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{until} {text}"));
    }

    /// <returns>Null for what is forged or too old.</returns>
    public string? Open(string purpose, string? sealedText)
    {
        if (sealedText is not { Length: > 0 })
            return null;
        try
        {
            var parts = protection.CreateProtector(purpose).Unprotect(sealedText).Split(' ', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds() ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
