using SkiaSharp;

namespace DoanKet.PaperForms;

/// <summary>Sticky labels on standing A4 without margins, as sheets of them are sold: 3 × 8 of 70 × 37 mm, 2 × 7 of 105 × 42 mm.</summary>
/// <param name="Columns">Beside each other on a sheet.</param>
/// <param name="Rows">Below each other on a sheet.</param>
public sealed record LabelSheet(int Columns, int Rows)
{
    private const float Padding = 14,
        FirstSize = 11.5f,
        Size = 9.5f,
        Leading = 1.25f;

    public int OnSheet => Columns * Rows;

    /// <summary>Writes the labels row by row; a text that is too long for its label is cut at a whole line.</summary>
    /// <param name="target">Written synchronously and left open.</param>
    /// <param name="labels">Lines of each label, the first in bold.</param>
    /// <param name="used">Labels that the first sheet has lost already.</param>
    /// <exception cref="InvalidOperationException">No font with all Vietnamese letters is installed.</exception>
    public void Write(Stream target, IEnumerable<IReadOnlyList<string>> labels, int used = 0)
    {
        using var document =
            SKDocument.CreatePdf(target, new SKDocumentPdfMetadata { Creator = "Đoàn Kết" })
            ?? throw new InvalidOperationException("The PDF could not be begun.");
        using var ink = new SKPaint { IsAntialias = true };
        SKCanvas? canvas = null;
        var place = used % OnSheet;
        foreach (var label in labels)
        {
            if (canvas is not null && place == OnSheet)
            {
                document.EndPage();
                (canvas, place) = (null, 0);
            }
            canvas ??= document.BeginPage(LetterSheet.Width, LetterSheet.Height);
            Draw(canvas, place++, label, ink);
        }
        if (canvas is not null)
            document.EndPage();
        document.Close();
    }

    private void Draw(SKCanvas canvas, int place, IReadOnlyList<string> label, SKPaint ink)
    {
        var (width, height) = (LetterSheet.Width / Columns, LetterSheet.Height / Rows);
        var left = (place % Columns * width) + Padding;
        var (y, bottom) = ((place / Columns * height) + Padding, ((place / Columns) + 1) * height - Padding);
        foreach (var (i, text) in label.Index())
        {
            using var font = PaperFonts.Sans.Of(i == 0 ? FirstSize : Size, bold: i == 0);
            foreach (var line in Lines.Of(text, font, width - (2 * Padding)))
            {
                y += font.Size * Leading;
                if (y > bottom)
                    return;
                canvas.DrawText(line, left, y, font, ink);
            }
        }
    }
}
