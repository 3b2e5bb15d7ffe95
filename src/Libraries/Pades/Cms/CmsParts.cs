using System.Security.Cryptography;

namespace DoanKet.Pades.Cms;

/// <summary>What is known of a SignedData before its signature is there.</summary>
/// <param name="Certificates">DER, the signer's first.</param>
internal sealed record CmsParts(
    HashAlgorithmName Hash,
    SignatureScheme Scheme,
    byte[] SignedAttributes,
    IReadOnlyList<byte[]> Certificates
);
