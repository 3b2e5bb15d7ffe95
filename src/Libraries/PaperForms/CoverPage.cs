using SkiaSharp;

namespace DoanKet.PaperForms;

/// <summary>The cover and first page of a book: centred lines inside a frame.</summary>
internal static class CoverPage
{
    public static void Draw(SKDocument document, IReadOnlyList<CoverLine> lines)
    {
        const float Inset = 120;
        using var ink = new SKPaint { IsAntialias = true };
        using var frame = new SKPaint
        {
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 1.5f,
            IsAntialias = true,
        };
        var canvas = document.BeginPage(Sheet.Width, Sheet.Height);
        canvas.DrawRect(SKRect.Create(Inset, Sheet.Top, Sheet.Width - (2 * Inset), Sheet.Height - (2 * Sheet.Top)), frame);
        var y = Sheet.Top + 24;
        foreach (var line in lines)
        {
            using var font = PaperFonts.Installed.Of(line.Size, line.Bold);
            y += line.Above;
            foreach (var text in Lines.Of(line.Text, font, Sheet.Width - (2 * Inset) - 40))
            {
                y += line.Size * 1.3f;
                canvas.DrawText(text, Sheet.Width / 2, y, SKTextAlign.Center, font, ink);
            }
        }
        document.EndPage();
    }
}
