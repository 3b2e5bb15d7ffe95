using System.Security.Cryptography;
using System.Security.Cryptography.Xml;

namespace DoanKet.Pades.Xml;

/// <summary>The names of ways in XML signatures (RFC 9231) that are known here; all others make a signature unknown.</summary>
internal static class XmlAlgorithms
{
    public const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        ExclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#",
        InclusiveC14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

    private const string More = "http://www.w3.org/2001/04/xmldsig-more#",
        Pss = "http://www.w3.org/2007/05/xmldsig-more#";

    private static readonly (HashAlgorithmName Hash, string Uri)[] DigestUris =
    [
        (HashAlgorithmName.SHA256, "http://www.w3.org/2001/04/xmlenc#sha256"),
        (HashAlgorithmName.SHA384, More + "sha384"),
        (HashAlgorithmName.SHA512, "http://www.w3.org/2001/04/xmlenc#sha512"),
        (HashAlgorithmName.SHA1, "http://www.w3.org/2000/09/xmldsig#sha1"),
    ];

    private static readonly (SignatureScheme Scheme, HashAlgorithmName Hash, string Uri)[] Signatures =
    [
        (SignatureScheme.RsaPkcs1, HashAlgorithmName.SHA256, More + "rsa-sha256"),
        (SignatureScheme.RsaPkcs1, HashAlgorithmName.SHA384, More + "rsa-sha384"),
        (SignatureScheme.RsaPkcs1, HashAlgorithmName.SHA512, More + "rsa-sha512"),
        (SignatureScheme.RsaPkcs1, HashAlgorithmName.SHA1, "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
        (SignatureScheme.RsaPss, HashAlgorithmName.SHA256, Pss + "sha256-rsa-MGF1"),
        (SignatureScheme.RsaPss, HashAlgorithmName.SHA384, Pss + "sha384-rsa-MGF1"),
        (SignatureScheme.RsaPss, HashAlgorithmName.SHA512, Pss + "sha512-rsa-MGF1"),
        (SignatureScheme.Ecdsa, HashAlgorithmName.SHA256, More + "ecdsa-sha256"),
        (SignatureScheme.Ecdsa, HashAlgorithmName.SHA384, More + "ecdsa-sha384"),
        (SignatureScheme.Ecdsa, HashAlgorithmName.SHA512, More + "ecdsa-sha512"),
    ];

    public static string DigestUri(HashAlgorithmName hash) => DigestUris.First(digest => digest.Hash == hash).Uri;

    public static string SignatureUri(SignatureScheme scheme, HashAlgorithmName hash) =>
        Signatures.First(signature => signature.Scheme == scheme && signature.Hash == hash).Uri;

    public static HashAlgorithmName? Digest(string uri) =>
        DigestUris.Where(digest => digest.Uri == uri).Select(digest => (HashAlgorithmName?)digest.Hash).FirstOrDefault();

    public static (SignatureScheme Scheme, HashAlgorithmName Hash)? Signature(string uri) =>
        Signatures
            .Where(signature => signature.Uri == uri)
            .Select(signature => ((SignatureScheme, HashAlgorithmName)?)(signature.Scheme, signature.Hash))
            .FirstOrDefault();

    /// <returns>Null for what is not known.</returns>
    public static Transform? Canonicalization(string uri) =>
        uri switch
        {
            ExclusiveC14N => new XmlDsigExcC14NTransform(),
            InclusiveC14N => new XmlDsigC14NTransform(),
            _ => null,
        };
}
