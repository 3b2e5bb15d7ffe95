using SkiaSharp;

namespace DoanKet.PaperForms;

/// <summary>An official document as PDF, A4 standing, its parts where the decree puts them (Nghị định 30/2020/NĐ-CP, phụ lục I, phần II).
/// Every text is real text.</summary>
public sealed class LetterPaper
{
    /// <summary>The body above the issuing one; empty when there is none.</summary>
    public string Superior { get; init; } = "";

    public required string Issuer { get; init; }

    /// <summary>With what stands before it: "Số: 18/KH-LĐLĐ".</summary>
    public required string Number { get; init; }

    /// <summary>"Nghệ An, ngày 05 tháng 3 năm 2026".</summary>
    public required string PlaceAndDay { get; init; }

    /// <summary>"Kế hoạch"; empty for a công văn, whose subject stands under the number.</summary>
    public string Kind { get; init; } = "";

    public required string Subject { get; init; }

    /// <summary>Behind "Kính gửi"; none for a named kind.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Authority and position, a line each: "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH".</summary>
    public IReadOnlyList<string> SignerPosition { get; init; } = [];

    public string SignerName { get; init; } = "";

    /// <summary>Behind "Nơi nhận", without dashes.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Small, at the foot of every page; empty for none.</summary>
    public string Foot { get; init; } = "";

    /// <summary>Writes the whole document; <paramref name="target"/> is written synchronously and left open.</summary>
    /// <exception cref="InvalidOperationException">No font with all Vietnamese letters is installed.</exception>
    public void Write(Stream target) => WriteAll(target, [this]);

    /// <summary>Writes letters one behind the other, each beginning on a page of its own.</summary>
    /// <inheritdoc cref="Write"/>
    public static void WriteAll(Stream target, IEnumerable<LetterPaper> letters)
    {
        SKDocument? document = null;
        LetterPages? pages = null;
        try
        {
            foreach (var letter in letters)
            {
                if (pages is null)
                {
                    document = Begin(target, letter.Subject);
                    pages = new(document, letter.Foot);
                }
                else
                    pages.BeginNext();
                pages.Head(letter);
                foreach (var paragraph in letter.Paragraphs)
                    pages.Paragraph(paragraph);
                pages.Signature(letter);
            }
            pages?.End();
            document?.Close();
        }
        finally
        {
            pages?.Dispose();
            document?.Dispose();
        }
    }

    private static SKDocument Begin(Stream target, string title) =>
        SKDocument.CreatePdf(
            target,
            new SKDocumentPdfMetadata
            {
                Title = title,
                Creator = "Đoàn Kết",
                EncodingQuality = 101,
            }
        ) ?? throw new InvalidOperationException("The PDF could not be begun.");
}
