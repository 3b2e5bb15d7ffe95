using System.Diagnostics.CodeAnalysis;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace DoanKet.CardTokens;

/// <summary>The published key with which anybody checks a card.</summary>
public sealed class CardPublicKey
{
    private const string Begin = "-----BEGIN PUBLIC KEY-----",
        End = "-----END PUBLIC KEY-----";

    private readonly Ed25519PublicKeyParameters _key;

    internal CardPublicKey(Ed25519PublicKeyParameters key) => _key = key;

    /// <summary>SubjectPublicKeyInfo in PEM (RFC 8410), as other programs read it.</summary>
    public string Pem =>
        $"{Begin}\n{Convert.ToBase64String(SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(_key).GetDerEncoded())}\n{End}\n";

    /// <param name="text">PEM, or the 32 bytes in base64.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out CardPublicKey? key)
    {
        key = null;
        var plain = text.Replace(Begin, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal).Trim();
        var bytes = new byte[plain.Length];
        if (!Convert.TryFromBase64String(plain, bytes, out var length))
            return false;
        try
        {
            var read =
                length == Ed25519PublicKeyParameters.KeySize
                    ? new Ed25519PublicKeyParameters(bytes.AsSpan(0, length))
                    : PublicKeyFactory.CreateKey(bytes[..length]) as Ed25519PublicKeyParameters;
            key = read is null ? null : new(read);
        }
        // What the reader of keys throws for bytes that are no key is not said anywhere.
        catch (Exception error) when (error is ArgumentException or IOException or GeneralSecurityException or InvalidOperationException)
        {
            return false;
        }
        return key is not null;
    }

    /// <param name="text">A token, or the whole address with the token at its end.</param>
    /// <returns>False for what was not signed with this key or was changed since.</returns>
    public bool TryVerify(string text, [NotNullWhen(true)] out CardToken? token)
    {
        token = null;
        var end = text.Trim()[(text.Trim().LastIndexOf('/') + 1)..].ToUpperInvariant();
        return end.Length < 1000
            && Base32.TryRead(end, out var bytes)
            && bytes.Length == CardToken.Bytes + CardKey.SignatureLength
            && Verifies(Purpose.Card, bytes[..CardToken.Bytes], bytes[CardToken.Bytes..])
            && CardToken.TryRead(bytes.AsSpan(0, CardToken.Bytes), out token);
    }

    internal bool Verifies(Purpose purpose, byte[] said, byte[] signature)
    {
        var message = purpose.Message(said);
        return signature.Length == CardKey.SignatureLength
            && _key.Verify(Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.Algorithm.Ed25519, null, message, 0, message.Length, signature, 0);
    }
}
