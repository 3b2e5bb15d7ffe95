using System.Security.Cryptography.Xml;
using System.Xml;

namespace DoanKet.Pades.Xml;

/// <summary>The elements of a signature, in the order of the standard.</summary>
internal static class XmlSignatureWriter
{
    /// <summary>All but the value, which <see cref="SetValue"/> puts in.</summary>
    public static XmlElement Write(XmlDocument document, ISigningKey key, byte[] digest)
    {
        var signature = New(document, "Signature");
        var statement = Add(signature, "SignedInfo");
        Add(statement, "CanonicalizationMethod", XmlAlgorithms.ExclusiveC14N);
        Add(statement, "SignatureMethod", XmlAlgorithms.SignatureUri(key.Scheme, key.Hash));
        var reference = Add(statement, "Reference");
        reference.SetAttribute("URI", "");
        var transforms = Add(reference, "Transforms");
        Add(transforms, "Transform", XmlAlgorithms.Enveloped);
        Add(transforms, "Transform", XmlAlgorithms.ExclusiveC14N);
        Add(reference, "DigestMethod", XmlAlgorithms.DigestUri(key.Hash));
        Add(reference, "DigestValue").InnerText = Convert.ToBase64String(digest);
        Add(signature, "SignatureValue");
        var certificates = Add(Add(signature, "KeyInfo"), "X509Data");
        foreach (var certificate in key.Certificates)
            Add(certificates, "X509Certificate").InnerText = Convert.ToBase64String(certificate.RawData);
        return signature;
    }

    public static void SetValue(XmlElement signature, byte[] value) =>
        signature.ChildNodes.OfType<XmlElement>().First(child => child.LocalName == "SignatureValue").InnerText = Convert.ToBase64String(
            value
        );

    private static XmlElement Add(XmlElement parent, string name, string? algorithm = null)
    {
        var child = New(parent.OwnerDocument, name);
        if (algorithm is not null)
            child.SetAttribute("Algorithm", algorithm);
        parent.AppendChild(child);
        return child;
    }

    private static XmlElement New(XmlDocument document, string name) => document.CreateElement(name, SignedXml.XmlDsigNamespaceUrl);
}
