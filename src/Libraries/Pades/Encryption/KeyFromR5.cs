using System.Security.Cryptography;
using System.Text;

namespace DoanKet.Pades.Encryption;

/// <summary>The file's key from a password, revisions 5 and 6 (ISO 32000-2, 7.6.4.3.3, algorithms 2.A and 2.B).</summary>
internal sealed class KeyFromR5(EncryptionEntries entries)
{
    private const int MostPasswordBytes = 127;

    public (byte[] Key, bool IsOwner)? Find(string password)
    {
        var bytes = Encoding.UTF8.GetBytes(password);
        bytes = bytes[..Math.Min(bytes.Length, MostPasswordBytes)];
        var user = entries.User[..48];
        if (Open(bytes, entries.Owner, user, entries.OwnerKey) is { } owner)
            return (owner, true);
        return Open(bytes, user, [], entries.UserKey) is { } key ? (key, false) : null;
    }

    /// <param name="check">32 bytes of hash, 8 of salt for the password, 8 of salt for the key.</param>
    private byte[]? Open(byte[] password, byte[] check, byte[] more, byte[] sealedKey)
    {
        if (!Hash(password, check[32..40], more).AsSpan().SequenceEqual(check.AsSpan(0, 32)))
            return null;
        using var aes = Aes.Create();
        aes.Key = Hash(password, check[40..48], more);
        return aes.DecryptCbc(sealedKey.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    private byte[] Hash(byte[] password, byte[] salt, byte[] more)
    {
        var key = SHA256.HashData([.. password, .. salt, .. more]);
        return entries.Revision == 5 ? key : Harden(password, key, more);
    }

    private static byte[] Harden(byte[] password, byte[] key, byte[] more)
    {
        using var aes = Aes.Create();
        for (var round = 0; ; round++)
        {
            byte[] once = [.. password, .. key, .. more];
            var input = new byte[once.Length * 64];
            for (var i = 0; i < 64; i++)
                once.CopyTo(input, i * once.Length);
            aes.Key = key[..16];
            var mixed = aes.EncryptCbc(input, key.AsSpan(16, 16), PaddingMode.None);
            key = (mixed.Take(16).Sum(part => part) % 3) switch
            {
                0 => SHA256.HashData(mixed),
                1 => SHA384.HashData(mixed),
                _ => SHA512.HashData(mixed),
            };
            if (round >= 63 && mixed[^1] <= round - 31)
                return key[..32];
        }
    }
}
