using DoanKet.PaperForms.Cards;
using SkiaSharp;

namespace DoanKet.PaperForms;

/// <summary>A standing A4 for the wall: who calls, what for, a QR code to scan, and what to do, step by step.</summary>
/// <param name="Steps">One short sentence each.</param>
public sealed record Poster(string Caller, string Title, string QrText, string Address, IReadOnlyList<string> Steps)
{
    private const float QrSize = 260,
        Middle = LetterSheet.Width / 2,
        Room = LetterSheet.Width - (2 * 60);

    /// <exception cref="InvalidOperationException">No font on this machine has all Vietnamese letters.</exception>
    public void Write(Stream target)
    {
        using var document = SKDocument.CreatePdf(target);
        using var ink = new SKPaint { IsAntialias = true, Color = SKColors.Black };
        using var red = new SKPaint { IsAntialias = true, Color = new SKColor(0xB3, 0x20, 0x2C) };
        var canvas = document.BeginPage(LetterSheet.Width, LetterSheet.Height);
        var y = Centred(canvas, Caller, 20, bold: false, 90, ink);
        y = Centred(canvas, Title, 34, bold: true, y + 24, red);
        QrDots.Draw(canvas, SKRect.Create(Middle - (QrSize / 2), y + 20, QrSize, QrSize), QrText, ink);
        y = Centred(canvas, Address, 13, bold: false, y + QrSize + 50, ink) + 20;
        foreach (var (i, step) in Steps.Index())
            y = Centred(canvas, $"{i + 1}. {step}", 18, bold: false, y + 14, ink);
        document.EndPage();
        document.Close();
    }

    /// <returns>Where the next line may stand.</returns>
    private static float Centred(SKCanvas canvas, string text, float size, bool bold, float y, SKPaint ink)
    {
        using var font = PaperFonts.Sans.Of(size, bold);
        foreach (var line in Lines.Of(text, font, Room))
        {
            canvas.DrawText(line, Middle, y, SKTextAlign.Center, font, ink);
            y += size * 1.3f;
        }
        return y;
    }
}
