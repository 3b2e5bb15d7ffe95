using System.IO.Compression;
using System.Xml;
using DoanKet.VietnameseText;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DoanKet.DocumentReading.Formats;

/// <summary>Text of the body of a DOCX, read as a stream: a paragraph is a line, the cells of a table follow each other.</summary>
internal static class DocxText
{
    /// <summary>Wide enough to keep apart what a tab parts.</summary>
    private const string Tab = "    ";

    public static ReadResult Read(Stream stream, ReadingLimits limits)
    {
        if (TooLarge(stream, limits) is { } reason)
            return ReadResult.Failed(ReadStatus.TooLarge, reason);
        stream.Position = 0;
        using var document = WordprocessingDocument.Open(
            stream,
            false,
            new OpenSettings { MaxCharactersInPart = limits.MaxPartCharacters }
        );
        if (document.MainDocumentPart is not { } main)
            return ReadResult.Failed(ReadStatus.Damaged, "no main part");
        var text = new Gathered(limits.MaxCharacters);
        try
        {
            using var reader = OpenXmlReader.Create(main);
            Gather(reader, text);
        }
        catch (XmlException error) when (error.Message.Contains("MaxCharacters", StringComparison.Ordinal))
        {
            return ReadResult.Failed(ReadStatus.TooLarge, error);
        }
        var all = text.ToString();
        // Fonts may be named by the styles alone; then the text itself shows how it was written.
        if (OldEncodings.Detect(all) is { } old)
            all = OldEncodings.Decode(all, old);
        return Gathered.Result(all, Gathered.Ends(all, limits.MaxHeadingCharacters), null);
    }

    private static void Gather(OpenXmlReader reader, Gathered text)
    {
        string? font = null;
        var more = reader.Read();
        while (more && !text.IsFull)
        {
            // A text box stands twice in the file; its fallback repeats it for old programs.
            if (reader.IsStartElement && reader.ElementType == typeof(AlternateContentFallback))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            if (reader.IsStartElement && reader.ElementType == typeof(Run))
                font = null;
            else if (reader.IsStartElement && reader.ElementType == typeof(RunFonts))
                font = reader.Attributes.FirstOrDefault(a => a.LocalName == "ascii").Value;
            else if (reader.IsStartElement && reader.ElementType == typeof(Text))
                text.Add(Decoded(reader.GetText(), font));
            else if (reader.IsStartElement && reader.ElementType == typeof(TabChar))
                text.Add(Tab);
            else if (reader.IsStartElement && (reader.ElementType == typeof(Break) || reader.ElementType == typeof(CarriageReturn)))
                text.Add("\n");
            else if (reader.IsEndElement && reader.ElementType == typeof(Paragraph))
                text.Add("\n");
            more = reader.Read();
        }
    }

    private static string Decoded(string text, string? font) =>
        OldEncodings.OfFont(font) is { } old ? OldEncodings.Decode(text, old.Encoding, old.Capitals) : text;

    /// <summary>A few kilobytes can unpack to gigabytes: what the directory promises is added up before anything is unpacked.</summary>
    private static string? TooLarge(Stream stream, ReadingLimits limits)
    {
        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > limits.MaxZipEntries)
            return $"{zip.Entries.Count} entries";
        var size = zip.Entries.Sum(e => e.Length);
        return size > limits.MaxUnpackedBytes ? $"unpacks to {size} bytes" : null;
    }
}
