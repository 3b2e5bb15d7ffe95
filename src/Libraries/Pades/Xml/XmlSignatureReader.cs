using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using DoanKet.Pades.Cms;

namespace DoanKet.Pades.Xml;

/// <summary>Reads the one signature of a document, element by element: whatever stands there that is not expected makes it no signature
/// that is known.</summary>
internal sealed class XmlSignatureReader(XmlDocument document, XmlElement signature)
{
    private const int MostCertificates = 10;

    public static IReadOnlyList<XmlElement> All(XmlDocument document) =>
        [.. document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl).OfType<XmlElement>()];

    public static XmlSignatureReport Broken(string why) => new(CryptoVerdict.Invalid, TrustVerdict.Unknown, "", "", null, null, [why]);

    public XmlSignatureReport Judge(VerificationOptions options)
    {
        try
        {
            var certificates = ReadCertificates();
            if (certificates.Count == 0)
                return Unknown("The signature brings no certificate.");
            var (crypto, content, note) = Check(certificates[0]);
            var path = CertificatePath.Build(certificates[0], certificates.Skip(1), options.Trust, options.At);
            return new(
                crypto,
                path.Trust,
                path.Label,
                certificates[0].GetNameInfo(X509NameType.SimpleName, forIssuer: false),
                certificates[0],
                crypto == CryptoVerdict.Valid ? content : null,
                [.. new[] { note, path.Note }.OfType<string>()]
            );
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException or PdfFormatException)
        {
            return Broken($"The signature cannot be read: {failure.Message}");
        }
    }

    private (CryptoVerdict Crypto, byte[]? Content, string? Note) Check(X509Certificate2 certificate)
    {
        var statement = Only(signature, "SignedInfo");
        var value = Bytes(Only(signature, "SignatureValue"));
        if (
            Children(statement) is not [var canonicalization, var method, var reference]
            || !Is(canonicalization, "CanonicalizationMethod")
            || !Is(method, "SignatureMethod")
            || !Is(reference, "Reference")
        )
            return NotKnown("There is not one reference to the whole document.");
        // Anything but the whole document could be a part that nobody reads.
        if (!reference.HasAttribute("URI") || reference.GetAttribute("URI").Length > 0)
            return NotKnown("The reference is not to the whole document.");
        if (Way(canonicalization) is not { } ofStatement || XmlAlgorithms.Signature(Algorithm(method)) is not { } way)
            return NotKnown("It was signed in a way that is not known.");
        if (ReadReference(reference) is not { } read)
            return NotKnown("The reference is made in a way that is not known.");
        var content = CanonicalXml.Canonical(WithoutSignature(), read.Way);
        if (!CryptographicOperations.FixedTimeEquals(Digests.Hash(read.Hash, content), read.Digest))
            return (CryptoVerdict.Invalid, null, "The document was changed after it was signed.");
        var hash = Digests.Hash(way.Hash, CanonicalXml.Canonical(statement, ofStatement));
        var inSequence = way.Scheme == SignatureScheme.Ecdsa ? EcdsaValue.ToSequence(value) : value;
        if (!new SignatureMethod(way.Scheme, way.Hash, way.Hash, hash.Length).IsRight(certificate, hash, inSequence))
            return (CryptoVerdict.Invalid, null, "The signature was not made by the key of the certificate.");
        return Digests.IsWeak(way.Hash) || Digests.IsWeak(read.Hash)
            ? NotKnown("SHA-1 proves nothing any more.")
            : (CryptoVerdict.Valid, content, null);
    }

    private static (CryptoVerdict, byte[]?, string?) NotKnown(string why) => (CryptoVerdict.Unknown, null, why);

    private static (Transform Way, HashAlgorithmName Hash, byte[] Digest)? ReadReference(XmlElement reference)
    {
        if (Children(reference) is not [var transforms, var method, var digest])
            return null;
        if (!Is(transforms, "Transforms") || !Is(method, "DigestMethod") || !Is(digest, "DigestValue"))
            return null;
        var steps = Children(transforms);
        if (steps.Count is 0 or > 2 || !steps.All(step => Is(step, "Transform")) || Algorithm(steps[0]) != XmlAlgorithms.Enveloped)
            return null;
        // Without one of its own it is the inclusive form.
        var way = steps.Count == 2 ? Way(steps[1]) : new XmlDsigC14NTransform();
        return way is not null && XmlAlgorithms.Digest(Algorithm(method)) is { } hash ? (way, hash, Bytes(digest)) : null;
    }

    private XmlDocument WithoutSignature()
    {
        // By its place in the document, for the copy has elements of its own.
        var copy = (XmlDocument)document.CloneNode(deep: true);
        var own = All(copy)[0];
        own.ParentNode!.RemoveChild(own);
        return copy;
    }

    private List<X509Certificate2> ReadCertificates() =>
        [
            .. Children(signature)
                .Where(child => Is(child, "KeyInfo"))
                .SelectMany(Children)
                .Where(child => Is(child, "X509Data"))
                .SelectMany(Children)
                .Where(child => Is(child, "X509Certificate"))
                .Take(MostCertificates)
                .Select(child => X509CertificateLoader.LoadCertificate(Bytes(child))),
        ];

    /// <summary>Without parameters: a list of prefixes is none of the ways that are known.</summary>
    private static Transform? Way(XmlElement element) =>
        Children(element).Count == 0 ? XmlAlgorithms.Canonicalization(Algorithm(element)) : null;

    private static XmlSignatureReport Unknown(string why) => Broken(why) with { Crypto = CryptoVerdict.Unknown };

    private static XmlElement Only(XmlElement parent, string name) =>
        Children(parent).Where(child => Is(child, name)).ToList() is [var only]
            ? only
            : throw new PdfFormatException($"There is not one {name}");

    private static List<XmlElement> Children(XmlElement parent) => [.. parent.ChildNodes.OfType<XmlElement>()];

    private static bool Is(XmlElement element, string name) =>
        element.LocalName == name && element.NamespaceURI == SignedXml.XmlDsigNamespaceUrl;

    private static string Algorithm(XmlElement element) => element.GetAttribute("Algorithm");

    /// <summary>Line ends, which some senders put in, do not matter.</summary>
    private static byte[] Bytes(XmlElement element) => Convert.FromBase64String(element.InnerText);
}
