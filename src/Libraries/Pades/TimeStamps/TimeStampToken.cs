using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Cms;

namespace DoanKet.Pades;

/// <summary>A time-stamp (RFC 3161) that is right: made by the authority in it, over the hash that it was asked about.</summary>
/// <param name="Others">Certificates that came with it.</param>
internal sealed record TimeStampToken(
    DateTimeOffset Time,
    X509Certificate2 Signer,
    HashAlgorithmName Hash,
    IReadOnlyList<X509Certificate2> Others
)
{
    /// <param name="hashOf">The hash of what was stamped, by the function that the token used.</param>
    /// <returns>Null with the reason where it is not right.</returns>
    public static TimeStampToken? Check(ReadOnlyMemory<byte> encoded, Func<HashAlgorithmName, byte[]> hashOf, out string? problem)
    {
        problem = "The time-stamp cannot be read.";
        try
        {
            if (!Rfc3161TimestampToken.TryDecode(encoded, out var token, out _))
                return null;
            if (Digests.ByOid(token.TokenInfo.HashAlgorithmId.Value ?? "") is not { } algorithm || Digests.IsWeak(algorithm))
            {
                problem = "The time-stamp uses a hash function that is too weak or not known.";
                return null;
            }
            if (!token.VerifySignatureForHash(hashOf(algorithm), algorithm, out var signer))
            {
                problem = "The time-stamp is not over this document, or its signature is wrong.";
                return null;
            }
            problem = null;
            return new(token.TokenInfo.Timestamp, signer, algorithm, [.. token.AsSignedCms().Certificates]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
