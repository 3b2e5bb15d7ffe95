using DoanKet.VietnameseText;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DoanKet.DocumentReading.Formats;

/// <summary>Text of a PDF, page by page.</summary>
internal static class PdfText
{
    public static ReadResult Read(Stream stream, ReadingLimits limits)
    {
        try
        {
            using var document = PdfDocument.Open(stream, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var (text, heading) = (new Gathered(limits.MaxCharacters), new Gathered(limits.MaxHeadingCharacters));
            var places = new List<TextPlace>();
            var pages = document.NumberOfPages;
            var form = FormWords.Of(document);
            OldEncoding? writtenIn = null;
            string? detail = null;
            for (var number = 1; number <= pages; number++)
            {
                var onHeading = number <= 2 || number == pages;
                // The signature is on the last page, so that one is read however long the document is.
                if (!onHeading && (text.IsFull || number > limits.MaxPages))
                    continue;
                var (lines, placed) = Lines(document, form, number, ref writtenIn, ref detail);
                text.Add(lines).Add("\n");
                if (!onHeading)
                    continue;
                // What is beyond the limit is not in the heading either.
                places.AddRange(
                    placed
                        .Select(p => p with { Offset = heading.Length + p.Offset })
                        .Where(p => p.Offset + p.Length <= limits.MaxHeadingCharacters)
                );
                heading.Add(lines).Add("\n");
            }
            var result = Gathered.Result(text.ToString(), heading.ToString(), pages) with { Detail = detail, Places = places };
            // Not one page to be had: no scan but a broken file.
            return result.Status == ReadStatus.NoText && (pages == 0 || detail is not null)
                ? result with
                {
                    Status = ReadStatus.Damaged,
                }
                : result;
        }
        catch (PdfDocumentEncryptedException error)
        {
            return ReadResult.Failed(ReadStatus.Encrypted, error);
        }
    }

    /// <summary>One broken page does not take the others with it.</summary>
    private static (string Text, IReadOnlyList<TextPlace> Places) Lines(
        PdfDocument document,
        FormWords form,
        int number,
        ref OldEncoding? writtenIn,
        ref string? detail
    )
    {
        try
        {
            return PageLines.From(document.GetPage(number), form, ref writtenIn);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            detail ??= ReadResult.Failed(ReadStatus.Damaged, error).Detail;
            return ("", []);
        }
    }
}
