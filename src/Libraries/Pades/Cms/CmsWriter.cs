using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades.Cms;

/// <summary>
/// Writes the SignedData of a PAdES signature (RFC 5652, ETSI EN 319 142-1, 6.3): one signer, the content elsewhere, the certificate
/// bound by signing-certificate-v2, and no signing time, which stands in the signature dictionary.
/// </summary>
internal static class CmsWriter
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1);

    /// <summary>The signed attributes, as they are hashed: with the tag of a SET.</summary>
    public static byte[] SignedAttributes(X509Certificate2 certificate, byte[] digest)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            using (Attribute(writer, Oids.ContentType))
                writer.WriteObjectIdentifier(Oids.Data);
            using (Attribute(writer, Oids.MessageDigest))
                writer.WriteOctetString(digest);
            using (Attribute(writer, Oids.SigningCertificateV2))
                WriteSigningCertificate(writer, certificate);
        }
        return writer.Encode();
    }

    /// <param name="timeStamp">A token over the signature's value (RFC 3161, Appendix A); null for none.</param>
    public static byte[] SignedData(CmsParts parts, byte[] signature, byte[]? timeStamp)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.SignedData);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                    WriteAlgorithm(writer, Digests.Oid(parts.Hash));
                using (writer.PushSequence())
                    writer.WriteObjectIdentifier(Oids.Data);
                using (writer.PushSetOf(Zero))
                    foreach (var certificate in parts.Certificates)
                        writer.WriteEncodedValue(certificate);
                using (writer.PushSetOf())
                    WriteSigner(writer, parts, signature, timeStamp);
            }
        }
        return writer.Encode();
    }

    private static void WriteSigner(AsnWriter writer, CmsParts parts, byte[] signature, byte[]? timeStamp)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(parts.Certificates[0]);
        using var _ = writer.PushSequence();
        writer.WriteInteger(1);
        WriteIssuerAndSerial(writer, certificate);
        WriteAlgorithm(writer, Digests.Oid(parts.Hash));
        byte[] attributes = [.. parts.SignedAttributes];
        // [0] IMPLICIT in the place of SET: the first byte alone differs (RFC 5652, 5.4).
        attributes[0] = 0xA0;
        writer.WriteEncodedValue(attributes);
        WriteSignatureAlgorithm(writer, parts);
        writer.WriteOctetString(signature);
        if (timeStamp is null)
            return;
        using (writer.PushSetOf(One))
        using (Attribute(writer, Oids.SignatureTimeStamp))
            writer.WriteEncodedValue(timeStamp);
    }

    private static void WriteSignatureAlgorithm(AsnWriter writer, CmsParts parts)
    {
        switch (parts.Scheme)
        {
            case SignatureScheme.Ecdsa:
                using (writer.PushSequence())
                    writer.WriteObjectIdentifier(Digests.WithEcdsa(parts.Hash));
                break;
            case SignatureScheme.RsaPss:
                WritePss(writer, parts.Hash);
                break;
            default:
                WriteAlgorithm(writer, Oids.Rsa);
                break;
        }
    }

    private static void WritePss(AsnWriter writer, HashAlgorithmName hash)
    {
        using var algorithm = writer.PushSequence();
        writer.WriteObjectIdentifier(Oids.RsaPss);
        WritePssParameters(writer, hash);
    }

    /// <summary>RFC 4055, 3.1: salt as long as the hash.</summary>
    public static void WritePssParameters(AsnWriter writer, HashAlgorithmName hash)
    {
        using var parameters = writer.PushSequence();
        using (writer.PushSequence(Zero))
            WriteAlgorithm(writer, Digests.Oid(hash));
        using (writer.PushSequence(One))
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.Mgf1);
            WriteAlgorithm(writer, Digests.Oid(hash));
        }
        using (writer.PushSequence(new(TagClass.ContextSpecific, 2)))
            writer.WriteInteger(Digests.Hash(hash, []).Length);
    }

    /// <summary>RFC 5035, 3: SHA-256 is what is meant where no hash is named.</summary>
    private static void WriteSigningCertificate(AsnWriter writer, X509Certificate2 certificate)
    {
        using var signingCertificate = writer.PushSequence();
        using var certificates = writer.PushSequence();
        using var one = writer.PushSequence();
        writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        using var issuerAndSerial = writer.PushSequence();
        using (writer.PushSequence())
        using (writer.PushSequence(new(TagClass.ContextSpecific, 4)))
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
        writer.WriteInteger(certificate.SerialNumberBytes.Span);
    }

    private static void WriteIssuerAndSerial(AsnWriter writer, X509Certificate2 certificate)
    {
        using var _ = writer.PushSequence();
        writer.WriteEncodedValue(certificate.IssuerName.RawData);
        writer.WriteInteger(certificate.SerialNumberBytes.Span);
    }

    private static void WriteAlgorithm(AsnWriter writer, string oid)
    {
        using var _ = writer.PushSequence();
        writer.WriteObjectIdentifier(oid);
        writer.WriteNull();
    }

    private static AttributeScope Attribute(AsnWriter writer, string oid) => new(writer, oid);

    /// <summary>SEQUENCE { type, SET OF value }.</summary>
    private readonly struct AttributeScope : IDisposable
    {
        private readonly AsnWriter.Scope _sequence;
        private readonly AsnWriter.Scope _values;

        public AttributeScope(AsnWriter writer, string oid)
        {
            _sequence = writer.PushSequence();
            writer.WriteObjectIdentifier(oid);
            _values = writer.PushSetOf();
        }

        public void Dispose()
        {
            _values.Dispose();
            _sequence.Dispose();
        }
    }
}
