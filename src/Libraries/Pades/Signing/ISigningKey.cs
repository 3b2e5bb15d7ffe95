using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>A private key, wherever it lies: in a file, in a token, at a provider. It signs hashes and never leaves its place.</summary>
public interface ISigningKey
{
    /// <summary>The certificate of the key first, then its issuers as far as they are known, in order.</summary>
    IReadOnlyList<X509Certificate2> Certificates { get; }

    SignatureScheme Scheme { get; }

    /// <summary>SHA-256, SHA-384 or SHA-512; also the hash of the document.</summary>
    HashAlgorithmName Hash { get; }

    /// <param name="hash">Made with <see cref="Hash"/>.</param>
    /// <returns>The signature's value; of ECDSA the DER sequence of r and s.</returns>
    /// <exception cref="PdfRefusedException">The key is not there, or its owner refuses.</exception>
    Task<byte[]> SignHashAsync(ReadOnlyMemory<byte> hash, CancellationToken ct = default);
}
