using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using DoanKet.Pades.Cms;
using DoanKet.Pades.Xml;

namespace DoanKet.Pades;

/// <summary>
/// Enveloped XML signatures (W3C XML Signature 1.1) of whole documents, as packages between offices bear them (QCVN 102:2016/BTTTT).
/// Only one form is made and accepted: one signature, one reference to the whole document. A reference to a part of it could be made to
/// point to a part that nobody reads, and is refused.
/// </summary>
public static class XmlSignature
{
    /// <param name="xml">Without a signature.</param>
    /// <param name="parent">Local names of elements from below the root down to where the signature is put, as their last child; none for
    /// the root itself.</param>
    /// <exception cref="PdfFormatException">It is no XML, or has no such element.</exception>
    /// <exception cref="PdfRefusedException">It is signed already, or the key refuses.</exception>
    public static async Task<byte[]> SignAsync(
        ReadOnlyMemory<byte> xml,
        ISigningKey key,
        IReadOnlyList<string>? parent = null,
        CancellationToken ct = default
    )
    {
        var document = CanonicalXml.Read(xml);
        if (XmlSignatureReader.All(document).Count > 0)
            throw new PdfRefusedException(PdfRefusal.Permission, "The document is signed already.");
        var place = Find(document, parent ?? []);
        var digest = Digests.Hash(key.Hash, CanonicalXml.Canonical(document, new XmlDsigExcC14NTransform()));
        var signature = XmlSignatureWriter.Write(document, key, digest);
        place.AppendChild(signature);
        var statement = (XmlElement)signature.FirstChild!;
        var hash = Digests.Hash(key.Hash, CanonicalXml.Canonical(statement, new XmlDsigExcC14NTransform()));
        var value = await key.SignHashAsync(hash, ct);
        XmlSignatureWriter.SetValue(signature, Sides(key, value));
        return Save(document);
    }

    /// <exception cref="PdfFormatException">It is no XML.</exception>
    /// <returns>Null where nothing is signed.</returns>
    public static XmlSignatureReport? Verify(ReadOnlyMemory<byte> xml, VerificationOptions options)
    {
        var document = CanonicalXml.Read(xml);
        return XmlSignatureReader.All(document) switch
        {
            [] => null,
            [var only] => new XmlSignatureReader(document, only).Judge(options),
            _ => XmlSignatureReader.Broken("The document has several signatures."),
        };
    }

    /// <summary>Of ECDSA XML has r and s side by side.</summary>
    private static byte[] Sides(ISigningKey key, byte[] value)
    {
        using var ecdsa = key.Certificates[0].GetECDsaPublicKey();
        return ecdsa is null ? value : EcdsaValue.ToSides(value, ecdsa.KeySize);
    }

    private static XmlElement Find(XmlDocument document, IReadOnlyList<string> names)
    {
        var place = document.DocumentElement!;
        foreach (var name in names)
            place =
                place.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName == name)
                ?? throw new PdfFormatException($"There is no element {name}");
        return place;
    }

    /// <summary>As it is in memory: a line end or an indent more would be another document.</summary>
    private static byte[] Save(XmlDocument document)
    {
        var output = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.Entitize,
            OmitXmlDeclaration = document.FirstChild is not XmlDeclaration,
        };
        using (var writer = XmlWriter.Create(output, settings))
            document.Save(writer);
        return output.ToArray();
    }
}
