using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DoanKet.VietnameseText;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DoanKet.PaperForms;

/// <summary>
/// A Word file (.docx) with places in double braces, such as <c>{{trích yếu}}</c>, that are filled with values. A place is known by its
/// name without regard to tone marks and capitals, also when Word has cut it into pieces of different looks; what is not known stays.
/// </summary>
public static partial class WordForm
{
    /// <summary>A part of a file that unpacks to more is refused.</summary>
    private const long MaxCharactersInPart = 10_000_000;

    /// <summary>No document nests deeper; the parts become trees, and a tree is walked by recursion.</summary>
    private const int MaxDepth = 200;

    /// <summary>More parts has no document.</summary>
    private const int MaxParts = 2000;

    /// <summary>Names of the places of a form, each once, as written.</summary>
    /// <exception cref="InvalidDataException">It is no Word file, or a broken one.</exception>
    public static IReadOnlyList<string> PlacesOf(Stream form) =>
        Opened(
            Copy(form),
            isEditable: false,
            document =>
                Paragraphs(document)
                    .SelectMany(paragraph => Place().Matches(string.Concat(TextsOf(paragraph).Select(t => t.Text))))
                    .Select(match => match.Groups[1].Value)
                    .DistinctBy(Fold.Text)
                    .ToList()
        );

    /// <summary>The form with its places filled, as a new file.</summary>
    /// <param name="values">By the name of the place.</param>
    /// <exception cref="InvalidDataException">It is no Word file, or a broken one.</exception>
    public static byte[] Fill(Stream form, IReadOnlyDictionary<string, string> values)
    {
        var known = values.ToDictionary(v => Fold.Text(v.Key), v => v.Value);
        var file = Copy(form);
        Opened(
            file,
            isEditable: true,
            document =>
            {
                foreach (var paragraph in Paragraphs(document))
                    FillParagraph(paragraph, known);
                return true;
            }
        );
        return file.ToArray();
    }

    private static MemoryStream Copy(Stream form)
    {
        var file = new MemoryStream();
        form.CopyTo(file);
        file.Position = 0;
        return file;
    }

    private static T Opened<T>(MemoryStream file, bool isEditable, Func<WordprocessingDocument, T> act)
    {
        try
        {
            CheckParts(file);
            var settings = new OpenSettings { MaxCharactersInPart = MaxCharactersInPart };
            using var document = WordprocessingDocument.Open(file, isEditable, settings);
            return act(document);
        }
        catch (Exception error)
            when (error is OpenXmlPackageException or FileFormatException or XmlException or IOException or InvalidOperationException)
        {
            throw new InvalidDataException("The file is not a Word file that can be read.", error);
        }
    }

    /// <summary>Reads all parts once, one element after the other, before trees are made of them.</summary>
    private static void CheckParts(MemoryStream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MaxParts)
            throw new InvalidDataException("The file has too many parts.");
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxCharactersInPart };
        foreach (var part in archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = XmlReader.Create(part.Open(), settings);
            while (reader.Read())
                if (reader.Depth > MaxDepth)
                    throw new InvalidDataException("The file nests too deeply.");
        }
        file.Position = 0;
    }

    private static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart ?? throw new InvalidDataException("The file holds no document.");
        IEnumerable<OpenXmlPartRootElement?> roots =
        [
            main.Document,
            .. main.HeaderParts.Select(p => p.Header),
            .. main.FooterParts.Select(p => p.Footer),
        ];
        return roots.OfType<OpenXmlPartRootElement>().SelectMany(root => root.Descendants<Paragraph>());
    }

    /// <summary>Not those of a text box in the paragraph, which has paragraphs of its own.</summary>
    private static List<Text> TextsOf(Paragraph paragraph) =>
        [.. paragraph.Descendants<Text>().Where(text => text.Ancestors<Paragraph>().First() == paragraph)];

    private static void FillParagraph(Paragraph paragraph, Dictionary<string, string> values)
    {
        var texts = TextsOf(paragraph);
        var whole = string.Concat(texts.Select(t => t.Text));
        // From the end, so that what stands before a place keeps its position.
        foreach (var match in Place().Matches(whole).Reverse())
            if (values.TryGetValue(Fold.Text(match.Groups[1].Value), out var value))
                Replace(texts, match.Index, match.Length, value);
    }

    /// <summary>The value takes the look of the first letter of its place.</summary>
    private static void Replace(List<Text> texts, int at, int length, string value)
    {
        var (start, end, put) = (0, at + length, value);
        foreach (var text in texts)
        {
            var whole = text.Text;
            var (from, to) = (Math.Max(at - start, 0), Math.Min(end - start, whole.Length));
            start += whole.Length;
            if (from >= whole.Length || to <= 0)
                continue;
            text.Text = new StringBuilder(whole).Remove(from, to - from).Insert(from, put).ToString();
            text.Space = SpaceProcessingModeValues.Preserve;
            put = "";
        }
    }

    [GeneratedRegex(@"\{\{\s*([^{}]{1,60}?)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
