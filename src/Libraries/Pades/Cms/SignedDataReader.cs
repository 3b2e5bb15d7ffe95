using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades.Cms;

/// <summary>One attribute of a signer, its values as encoded.</summary>
internal sealed record CmsAttribute(string Oid, IReadOnlyList<ReadOnlyMemory<byte>> Values);

/// <summary>
/// A SignedData read (RFC 5652): never more than one signer, for readers choose differently among several. Bounded by the length of
/// /Contents; nothing is fetched.
/// </summary>
internal sealed class SignedDataReader
{
    private const int MostCertificates = 64;
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag KeyIdentifier = new(TagClass.ContextSpecific, 0);

    /// <summary>Of the encoding; behind it in /Contents only zeros may stand.</summary>
    public int Length { get; private set; }
    public string ContentOid { get; private set; } = "";

    /// <summary>Null where the content stands elsewhere, as in a signature of a PDF file.</summary>
    public byte[]? Content { get; private set; }
    public List<X509Certificate2> Certificates { get; } = [];
    public HashAlgorithmName? Hash { get; private set; }
    public string HashOid { get; private set; } = "";
    public string AlgorithmOid { get; private set; } = "";
    public ReadOnlyMemory<byte>? AlgorithmParameters { get; private set; }
    public byte[] Signature { get; private set; } = [];

    /// <summary>As they are hashed: with the tag of a SET. Null where there are none.</summary>
    public byte[]? SignedAttributes { get; private set; }
    public List<CmsAttribute> Signed { get; private set; } = [];
    public List<CmsAttribute> Unsigned { get; private set; } = [];

    /// <summary>Null where the signer's certificate is not among the certificates.</summary>
    public X509Certificate2? Signer { get; private set; }

    /// <exception cref="PdfFormatException">It cannot be read, or has not exactly one signer.</exception>
    public static SignedDataReader Read(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return new SignedDataReader().ReadAll(encoded);
        }
        catch (Exception failure) when (failure is AsnContentException or CryptographicException or ArgumentException)
        {
            throw new PdfFormatException("The signature's value cannot be read");
        }
    }

    public ReadOnlyMemory<byte>? SignedAttribute(string oid) => Single(Signed, oid);

    /// <summary>The one value of an attribute; null where it is absent or has several.</summary>
    private static ReadOnlyMemory<byte>? Single(List<CmsAttribute> attributes, string oid)
    {
        var found = attributes.Where(attribute => attribute.Oid == oid).ToList();
        return found is [{ Values: [var only] }] ? only : null;
    }

    private SignedDataReader ReadAll(ReadOnlyMemory<byte> encoded)
    {
        AsnDecoder.ReadEncodedValue(encoded.Span, AsnEncodingRules.BER, out _, out _, out var length);
        Length = length;
        var info = new AsnReader(encoded[..length], AsnEncodingRules.BER).ReadSequence();
        if (info.ReadObjectIdentifier() != Oids.SignedData)
            throw new PdfFormatException("The signature's value is no SignedData");
        var data = info.ReadSequence(Zero).ReadSequence();
        data.ReadInteger();
        data.ReadSetOf(skipSortOrderValidation: true);
        ReadContent(data.ReadSequence());
        if (data.HasData && data.PeekTag().HasSameClassAndValue(Zero))
            ReadCertificates(data.ReadSetOf(skipSortOrderValidation: true, Zero));
        if (data.HasData && data.PeekTag().HasSameClassAndValue(One))
            data.ReadSetOf(skipSortOrderValidation: true, One);
        var signers = data.ReadSetOf(skipSortOrderValidation: true);
        ReadSigner(signers.ReadSequence());
        if (signers.HasData)
            throw new PdfFormatException("The signature has more than one signer");
        return this;
    }

    private void ReadContent(AsnReader content)
    {
        ContentOid = content.ReadObjectIdentifier();
        if (content.HasData)
            Content = content.ReadSequence(Zero).ReadOctetString();
    }

    private void ReadCertificates(AsnReader certificates)
    {
        while (certificates.HasData && Certificates.Count < MostCertificates)
        {
            var isCertificate = certificates.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence);
            var value = certificates.ReadEncodedValue();
            if (isCertificate)
                Certificates.Add(X509CertificateLoader.LoadCertificate(value.Span));
        }
    }

    private void ReadSigner(AsnReader signer)
    {
        signer.ReadInteger();
        Signer = FindSigner(signer);
        HashOid = ReadAlgorithm(signer).Oid;
        Hash = Digests.ByOid(HashOid);
        if (signer.PeekTag().HasSameClassAndValue(Zero))
        {
            var attributes = signer.PeekEncodedValue().ToArray();
            attributes[0] = 0x31;
            SignedAttributes = attributes;
            Signed = ReadAttributes(signer.ReadSetOf(skipSortOrderValidation: true, Zero));
        }
        (AlgorithmOid, AlgorithmParameters) = ReadAlgorithm(signer);
        Signature = signer.ReadOctetString();
        if (signer.HasData && signer.PeekTag().HasSameClassAndValue(One))
            Unsigned = ReadAttributes(signer.ReadSetOf(skipSortOrderValidation: true, One));
    }

    private X509Certificate2? FindSigner(AsnReader signer)
    {
        if (signer.PeekTag().HasSameClassAndValue(KeyIdentifier))
        {
            var identifier = signer.ReadOctetString(KeyIdentifier);
            return Certificates.FirstOrDefault(c => KeyIdentifierOf(c)?.Span.SequenceEqual(identifier) == true);
        }
        var issuerAndSerial = signer.ReadSequence();
        var issuer = issuerAndSerial.ReadEncodedValue();
        var serial = issuerAndSerial.ReadIntegerBytes();
        return Certificates.FirstOrDefault(c =>
            c.IssuerName.RawData.AsSpan().SequenceEqual(issuer.Span) && c.SerialNumberBytes.Span.SequenceEqual(serial.Span)
        );
    }

    private static ReadOnlyMemory<byte>? KeyIdentifierOf(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes;

    private static (string Oid, ReadOnlyMemory<byte>? Parameters) ReadAlgorithm(AsnReader from)
    {
        var algorithm = from.ReadSequence();
        var oid = algorithm.ReadObjectIdentifier();
        return (oid, algorithm.HasData ? algorithm.ReadEncodedValue() : null);
    }

    private static List<CmsAttribute> ReadAttributes(AsnReader set)
    {
        var attributes = new List<CmsAttribute>();
        while (set.HasData)
        {
            var attribute = set.ReadSequence();
            var oid = attribute.ReadObjectIdentifier();
            var values = attribute.ReadSetOf(skipSortOrderValidation: true);
            var read = new List<ReadOnlyMemory<byte>>();
            while (values.HasData)
                read.Add(values.ReadEncodedValue());
            attributes.Add(new(oid, read));
        }
        return attributes;
    }
}
