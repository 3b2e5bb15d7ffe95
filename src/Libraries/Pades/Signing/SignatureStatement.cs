using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Cms;

namespace DoanKet.Pades;

/// <summary>
/// What a key is asked to sign, read before it does: the signed attributes of a PAdES signature and nothing else, so that nobody gets
/// another kind of signature (of a contract, a certificate, a sign-in) from a person who thinks to sign a letter.
/// </summary>
public sealed class SignatureStatement
{
    private readonly byte[] _certificateHash;

    private SignatureStatement(byte[] bytes, byte[] documentHash, byte[] certificateHash) =>
        (Bytes, DocumentHash, _certificateHash) = (bytes, documentHash, certificateHash);

    /// <summary>The hash of these is signed.</summary>
    public byte[] Bytes { get; }

    /// <summary>Of all bytes of the document that the signature covers.</summary>
    public byte[] DocumentHash { get; }

    /// <summary>Whether the signature will name this certificate as the signer's.</summary>
    public bool Names(X509Certificate2 certificate) => SHA256.HashData(certificate.RawData).AsSpan().SequenceEqual(_certificateHash);

    /// <summary>What the key signs.</summary>
    public byte[] HashToSign(HashAlgorithmName hash) => Digests.Hash(hash, Bytes);

    /// <exception cref="PdfFormatException">They are something else than <see cref="PreparedSignature.SignedAttributes"/>.</exception>
    public static SignatureStatement Read(byte[] attributes)
    {
        try
        {
            var all = new AsnReader(attributes, AsnEncodingRules.DER);
            var set = all.ReadSetOf();
            all.ThrowIfNotEmpty();
            var isData = Only(set, Oids.ContentType).ReadObjectIdentifier() == Oids.Data;
            var digest = Only(set, Oids.MessageDigest).ReadOctetString();
            var certificate = Only(set, Oids.SigningCertificateV2).ReadSequence().ReadSequence().ReadSequence().ReadOctetString();
            return isData && !set.HasData
                ? new(attributes, digest, certificate)
                : throw new PdfFormatException("This is no statement of a document's signature");
        }
        catch (AsnContentException)
        {
            throw new PdfFormatException("This is no statement of a document's signature");
        }
    }

    /// <summary>The one value of the next attribute.</summary>
    private static AsnReader Only(AsnReader set, string oid)
    {
        var attribute = set.ReadSequence();
        if (attribute.ReadObjectIdentifier() != oid)
            throw new PdfFormatException("This is no statement of a document's signature");
        var values = attribute.ReadSetOf();
        attribute.ThrowIfNotEmpty();
        var value = values.ReadEncodedValue();
        values.ThrowIfNotEmpty();
        return new(value, AsnEncodingRules.DER);
    }
}
