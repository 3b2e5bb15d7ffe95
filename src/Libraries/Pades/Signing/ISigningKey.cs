using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Cms;

namespace DoanKet.Pades;

/// <summary>What is known of a key wherever it lies: enough to prepare a signature.</summary>
public interface IKeyDescription
{
    /// <summary>The certificate of the key first, then its issuers as far as they are known, in order.</summary>
    IReadOnlyList<X509Certificate2> Certificates { get; }

    SignatureScheme Scheme { get; }

    /// <summary>SHA-256, SHA-384 or SHA-512; also the hash of the document.</summary>
    HashAlgorithmName Hash { get; }
}

/// <summary>A private key, wherever it lies: in a file, in a token, at a provider. It signs hashes and never leaves its place.</summary>
public interface ISigningKey : IKeyDescription, IDisposable
{
    /// <param name="hash">Made with <see cref="IKeyDescription.Hash"/>.</param>
    /// <returns>The signature's value; of ECDSA the DER sequence of r and s.</returns>
    /// <exception cref="PdfRefusedException">The key is not there, or its owner refuses.</exception>
    Task<byte[]> SignHashAsync(ReadOnlyMemory<byte> hash, CancellationToken ct = default);
}

/// <summary>A key of which only the certificate is here: it signs somewhere else, later.</summary>
public sealed record KeyDescription(IReadOnlyList<X509Certificate2> Certificates, SignatureScheme Scheme, HashAlgorithmName Hash)
    : IKeyDescription
{
    /// <summary>As tokens sign by default: RSA by PKCS#1 v1.5 with SHA-256, ECDSA with the hash as long as the curve.</summary>
    /// <param name="certificates">The key's own first.</param>
    public static KeyDescription Of(IReadOnlyList<X509Certificate2> certificates)
    {
        using var ecdsa = certificates[0].GetECDsaPublicKey();
        return ecdsa is null
            ? new(certificates, SignatureScheme.RsaPkcs1, HashAlgorithmName.SHA256)
            : new(certificates, SignatureScheme.Ecdsa, HashFor(ecdsa));
    }

    /// <summary>Whether this key made the value over the hash.</summary>
    public bool IsRight(byte[] hash, byte[] value) =>
        new SignatureMethod(Scheme, Hash, Hash, hash.Length).IsRight(Certificates[0], hash, value);

    internal static HashAlgorithmName HashFor(ECDsa? ecdsa) =>
        ecdsa?.KeySize switch
        {
            > 384 => HashAlgorithmName.SHA512,
            > 256 => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA256,
        };
}
