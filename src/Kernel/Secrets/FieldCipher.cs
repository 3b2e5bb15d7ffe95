using System.Security.Cryptography;
using System.Text;
using DoanKet.Kernel.Settings;

namespace DoanKet.Kernel.Secrets;

/// <summary>
/// Keeps single values unreadable at rest, such as identity numbers (Luật 91/2025/QH15): sealed with AES-256-GCM, and found again by a
/// keyed hash. The keys lie in the folder of keys, apart from the database, and travel with a backup.
/// </summary>
public sealed class FieldCipher(DataFolder data)
{
    /// <summary>First byte of what is sealed, for a later change of the way.</summary>
    private const byte Way = 1;

    private const int NonceLength = 12,
        TagLength = 16;

    private readonly Lazy<Keys> _keys = new(() => new(new KeyFile(data, "fields.json").FindOrMake()));

    /// <summary>Sealed anew each time: two seals of the same value differ.</summary>
    public byte[] Seal(string value) => SealBytes(Encoding.UTF8.GetBytes(value));

    /// <inheritdoc cref="Seal"/>
    public byte[] SealBytes(ReadOnlySpan<byte> plain)
    {
        var sealedValue = new byte[1 + NonceLength + TagLength + plain.Length];
        sealedValue[0] = Way;
        var nonce = sealedValue.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        var rest = sealedValue.AsSpan(1 + NonceLength);
        using var aes = new AesGcm(_keys.Value.Sealing, TagLength);
        aes.Encrypt(nonce, plain, rest[TagLength..], rest[..TagLength]);
        return sealedValue;
    }

    /// <exception cref="CryptographicException">Sealed with another key, or changed since.</exception>
    public string Open(byte[] sealedValue) => Encoding.UTF8.GetString(OpenBytes(sealedValue));

    /// <inheritdoc cref="Open"/>
    public byte[] OpenBytes(byte[] sealedValue)
    {
        if (sealedValue.Length < 1 + NonceLength + TagLength || sealedValue[0] != Way)
            throw new CryptographicException("This is no sealed value.");
        var rest = sealedValue.AsSpan(1 + NonceLength);
        var plain = new byte[rest.Length - TagLength];
        using var aes = new AesGcm(_keys.Value.Sealing, TagLength);
        aes.Decrypt(sealedValue.AsSpan(1, NonceLength), rest[TagLength..], rest[..TagLength], plain);
        return plain;
    }

    /// <summary>The same for the same value and purpose: what is unique and looked for without being read.</summary>
    /// <param name="purpose">Of the field, so that the same digits in another field have another hash.</param>
    public Guid Hash(string purpose, string value) =>
        new(HMACSHA256.HashData(_keys.Value.Hashing, Encoding.UTF8.GetBytes($"{purpose}\n{value}")).AsSpan(0, 16));

    private sealed class Keys(byte[] secret)
    {
        public byte[] Sealing { get; } = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "doanket.fields.seal"u8.ToArray());

        public byte[] Hashing { get; } = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "doanket.fields.hash"u8.ToArray());
    }
}
