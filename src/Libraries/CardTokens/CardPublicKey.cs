using System.Buffers.Binary;
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
        return TryReadEnd(text, CardToken.Bytes + CardKey.SignatureLength, out var bytes)
            && Verifies(Purpose.Card, bytes[..CardToken.Bytes], bytes[CardToken.Bytes..])
            && CardToken.TryRead(bytes.AsSpan(0, CardToken.Bytes), out token);
    }

    /// <summary>For what a phone shows; whether it does so now is asked of the token.</summary>
    /// <param name="text">As it was scanned, or the whole address with it at its end.</param>
    /// <returns>False for what was not signed with this key, was changed, or follows from no value of its chain.</returns>
    public bool TryVerifyPhone(string text, [NotNullWhen(true)] out PhoneToken? token)
    {
        token = null;
        const int HeadBytes = PhoneCard.SaidBytes + CardKey.SignatureLength;
        if (!TryReadEnd(text, HeadBytes + 2 + PhoneCard.HashBytes, out var bytes) || bytes[0] != PhoneCard.Shape)
            return false;
        var said = bytes[..PhoneCard.SaidBytes];
        var step = (bytes[HeadBytes] << 8) | bytes[HeadBytes + 1];
        if (step >= PhoneCard.Steps || !Verifies(Purpose.Phone, said, bytes[PhoneCard.SaidBytes..HeadBytes]))
            return false;
        var anchor = PhoneCard.Forward(bytes[(HeadBytes + 2)..], step + 1);
        if (!anchor.AsSpan().SequenceEqual(said.AsSpan(PhoneCard.SaidBytes - PhoneCard.HashBytes)))
            return false;
        var first = BinaryPrimitives.ReadInt32BigEndian(said.AsSpan(1 + CardCode.Bytes));
        token = new(Base32.Write(said.AsSpan(1, CardCode.Bytes)), PhoneCard.MomentOf(first + step));
        return true;
    }

    /// <summary>What stands behind the last slash, of exactly the length.</summary>
    private static bool TryReadEnd(string text, int length, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var end = text.Trim()[(text.Trim().LastIndexOf('/') + 1)..].ToUpperInvariant();
        return end.Length < 1000 && Base32.TryRead(end, out bytes) && bytes.Length == length;
    }

    internal bool Verifies(Purpose purpose, byte[] said, byte[] signature)
    {
        var message = purpose.Message(said);
        return signature.Length == CardKey.SignatureLength
            && _key.Verify(Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.Algorithm.Ed25519, null, message, 0, message.Length, signature, 0);
    }
}
