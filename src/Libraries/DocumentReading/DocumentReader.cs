using System.Text;
using DoanKet.DocumentReading.Formats;

namespace DoanKet.DocumentReading;

/// <summary>Reads the text of PDF, DOCX and plain text. Foreign files belong into <see cref="IsolatedReader"/>: a parser can loop or use up
/// the stack.</summary>
public static class DocumentReader
{
    public static ReadResult Read(string path, ReadingLimits limits)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var kind = FileSniffer.Detect(stream);
            return kind switch
            {
                _ when kind == FileKind.Pdf => PdfText.Read(stream, limits),
                _ when kind == FileKind.Docx => DocxText.Read(stream, limits),
                _ when kind == FileKind.Text => PlainText(stream, limits),
                _ when kind == FileKind.LockedOffice => new(ReadStatus.Encrypted),
                _ => stream.Length == 0 ? ReadResult.Failed(ReadStatus.Damaged, "empty") : new(ReadStatus.Unsupported),
            };
        }
        catch (OutOfMemoryException error)
        {
            return ReadResult.Failed(ReadStatus.TooLarge, error);
        }
        catch (Exception error)
        {
            // Parsers of foreign formats throw whatever their code stumbles over; the file is what is broken.
            return ReadResult.Failed(ReadStatus.Damaged, error);
        }
    }

    private static ReadResult PlainText(Stream stream, ReadingLimits limits)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var buffer = new char[limits.MaxCharacters];
        var text = new Gathered(limits.MaxCharacters).Add(buffer.AsSpan(0, reader.ReadBlock(buffer))).ToString();
        return Gathered.Result(text, Gathered.Ends(text, limits.MaxHeadingCharacters), null);
    }
}
