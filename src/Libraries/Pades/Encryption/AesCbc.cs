using System.Security.Cryptography;

namespace DoanKet.Pades.Encryption;

/// <summary>AES in CBC mode, the first block being the initialisation vector (ISO 32000-2, 7.6.3.1).</summary>
internal static class AesCbc
{
    private const int BlockSize = 16;

    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> bytes)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var vector = RandomNumberGenerator.GetBytes(BlockSize);
        return [.. vector, .. aes.EncryptCbc(bytes, vector)];
    }

    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return [];
        if (bytes.Length < 2 * BlockSize || bytes.Length % BlockSize != 0)
            throw new PdfFormatException("An encrypted value has the wrong length");
        using var aes = Aes.Create();
        aes.Key = key;
        try
        {
            return aes.DecryptCbc(bytes[BlockSize..], bytes[..BlockSize]);
        }
        catch (CryptographicException)
        {
            throw new PdfFormatException("An encrypted value cannot be decrypted");
        }
    }
}
