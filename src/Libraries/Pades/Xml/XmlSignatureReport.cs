using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>What the signature of an XML document is worth.</summary>
/// <param name="Signer">As the certificate names its holder; "" where there is none.</param>
/// <param name="Certificate">Null where the signature brings none that can be read.</param>
/// <param name="Content">
/// What was signed, and nothing else: the document without its signature and without comments, in canonical form. Read the message from
/// these bytes and not from the file, in which more may stand. Null where the signature is not valid.
/// </param>
public sealed record XmlSignatureReport(
    CryptoVerdict Crypto,
    TrustVerdict Trust,
    string TrustLabel,
    string Signer,
    X509Certificate2? Certificate,
    byte[]? Content,
    IReadOnlyList<string> Notes
);
