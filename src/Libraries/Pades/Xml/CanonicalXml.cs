using System.Security.Cryptography.Xml;
using System.Xml;

namespace DoanKet.Pades.Xml;

/// <summary>Reads XML that came from anywhere, bounded and fetching nothing; and writes it in the one form that is hashed.</summary>
internal static class CanonicalXml
{
    private const int MostLetters = 64 * 1024 * 1024,
        MostDepth = 100,
        MostNodes = 2_000_000;

    /// <exception cref="PdfFormatException">It is no XML, too large, too deep, or brings a document type.</exception>
    public static XmlDocument Read(ReadOnlyMemory<byte> xml)
    {
        try
        {
            Look(xml);
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            using var reader = Open(xml);
            document.Load(reader);
            return document;
        }
        catch (XmlException failure)
        {
            throw new PdfFormatException($"The XML cannot be read: {failure.Message}");
        }
    }

    /// <summary>The whole document.</summary>
    public static byte[] Canonical(XmlDocument document, Transform way) => Run(way, document);

    /// <summary>One element, with the names that it inherits from where it stands.</summary>
    public static byte[] Canonical(XmlElement element, Transform way)
    {
        var alone = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        alone.LoadXml(element.OuterXml);
        var root = alone.DocumentElement!;
        // The inclusive form has names that are not used, too.
        foreach (var (prefix, uri) in element.CreateNavigator()!.GetNamespacesInScope(XmlNamespaceScope.ExcludeXml))
        {
            var name = prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix;
            if (!root.HasAttribute(name))
                root.SetAttribute(name, uri);
        }
        return Run(way, alone);
    }

    private static byte[] Run(Transform way, XmlDocument document)
    {
        way.LoadInput(document);
        using var output = (Stream)way.GetOutput(typeof(Stream));
        var bytes = new MemoryStream();
        output.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>What is deep or large is found out before it is held in memory: writing it calls itself for each level.</summary>
    private static void Look(ReadOnlyMemory<byte> xml)
    {
        using var reader = Open(xml);
        for (var nodes = 0; reader.Read(); nodes++)
            if (nodes > MostNodes || reader.Depth > MostDepth || reader.AttributeCount > MostDepth)
                throw new PdfFormatException("The XML is too large or too deep");
    }

    private static XmlReader Open(ReadOnlyMemory<byte> xml) =>
        XmlReader.Create(
            new MemoryStream(xml.ToArray(), writable: false),
            new()
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostLetters,
                CloseInput = true,
            }
        );
}
