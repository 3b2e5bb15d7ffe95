using Org.BouncyCastle.Crypto.Parameters;

namespace DoanKet.CardTokens;

/// <summary>The secret key of the issuer of cards (Ed25519, RFC 8032).</summary>
public sealed class CardKey
{
    /// <summary>Length of the secret, in bytes.</summary>
    public const int SecretLength = 32;

    internal const int SignatureLength = 64;

    private readonly Ed25519PrivateKeyParameters _key;
    private readonly byte[] _secret;

    /// <param name="secret">Random, <see cref="SecretLength"/> bytes.</param>
    public CardKey(ReadOnlySpan<byte> secret)
    {
        _key = new(secret);
        _secret = secret.ToArray();
        PublicKey = new(_key.GeneratePublicKey());
    }

    public CardPublicKey PublicKey { get; }

    /// <summary>124 capital letters and digits 2–7, for the end of an address.</summary>
    public string Sign(CardToken token)
    {
        var said = token.ToBytes();
        return Base32.Write([.. said, .. Sign(Purpose.Card, said)]);
    }

    /// <summary>The card for the member's phone, from this moment on; the same one for the same moment.</summary>
    public PhoneCard ForPhone(string code, DateTime now) => PhoneCard.New(code, now, _secret, said => Sign(Purpose.Phone, said));

    internal byte[] Sign(Purpose purpose, byte[] said)
    {
        var message = purpose.Message(said);
        var signature = new byte[SignatureLength];
        _key.Sign(Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.Algorithm.Ed25519, null, message, 0, message.Length, signature, 0);
        return signature;
    }
}
