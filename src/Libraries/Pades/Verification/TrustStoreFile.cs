using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using DoanKet.Pades.Xml;

namespace DoanKet.Pades;

/// <summary>A certificate of a store, under the label of its root.</summary>
/// <param name="Certificate">DER.</param>
public sealed record StoredRoot(string Label, byte[] Certificate);

/// <summary>
/// The certificates that somebody has compared with the official ones, in one file under one signature: others take them over by
/// comparing one fingerprint, the publisher's. The file is XML: <c>trustStore</c> with <c>certificate label="…"</c>, DER in Base64.
/// </summary>
public static class TrustStoreFile
{
    private const string Namespace = "urn:doanket:trust-store:1";

    private const int MostCertificates = 1000;

    /// <param name="time">Of publishing; a reader may ask for a newer file.</param>
    public static Task<byte[]> WriteAsync(
        IEnumerable<StoredRoot> roots,
        DateTimeOffset time,
        ISigningKey key,
        CancellationToken ct = default
    )
    {
        var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output))
        {
            writer.WriteStartElement("trustStore", Namespace);
            writer.WriteAttributeString("time", time.ToString("O", CultureInfo.InvariantCulture));
            foreach (var root in roots)
            {
                writer.WriteStartElement("certificate", Namespace);
                writer.WriteAttributeString("label", root.Label);
                writer.WriteString(Convert.ToBase64String(root.Certificate));
                writer.WriteEndElement();
            }
            writer.WriteEndElement();
        }
        return XmlSignature.SignAsync(output.ToArray(), key, ct: ct);
    }

    /// <param name="publisher">SHA-256 of the publisher's certificate, hexadecimal, from elsewhere than the file.</param>
    /// <exception cref="PdfFormatException">It is no such file.</exception>
    /// <exception cref="PdfRefusedException">It is not signed by the publisher, or was changed.</exception>
    public static IReadOnlyList<StoredRoot> Read(ReadOnlyMemory<byte> file, string publisher)
    {
        var report = XmlSignature.Verify(file, new() { At = DateTimeOffset.MinValue });
        if (report is not { Crypto: CryptoVerdict.Valid, Certificate: { } certificate, Content: { } content })
            throw new PdfRefusedException(
                PdfRefusal.Key,
                $"The store is not signed, or was changed. {string.Join(' ', report?.Notes ?? [])}"
            );
        if (!string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), publisher, StringComparison.OrdinalIgnoreCase))
            throw new PdfRefusedException(PdfRefusal.Key, "The store is signed by somebody else than the publisher.");
        var store = CanonicalXml.Read(content).DocumentElement!;
        if (store.LocalName != "trustStore" || store.NamespaceURI != Namespace)
            throw new PdfFormatException("This is no trust store");
        var found = store.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == "certificate").ToList();
        if (found.Count > MostCertificates)
            throw new PdfFormatException("The trust store is too large");
        try
        {
            return [.. found.Select(one => new StoredRoot(one.GetAttribute("label"), Convert.FromBase64String(one.InnerText)))];
        }
        catch (FormatException)
        {
            throw new PdfFormatException("The trust store cannot be read");
        }
    }
}
