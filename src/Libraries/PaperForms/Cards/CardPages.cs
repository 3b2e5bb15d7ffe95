using SkiaSharp;
using static DoanKet.PaperForms.Cards.CardDrawing;

namespace DoanKet.PaperForms.Cards;

/// <summary>Cards as PDF for a printer, and one as a picture for the screen.</summary>
public static class CardPages
{
    private const int Across = 2,
        Down = 5;

    /// <summary>Of a picture under the places: an ID-1 card at 600 to the inch has 2.6 million.</summary>
    private const long MostDots = 12_000_000;

    /// <summary>One card fills one page of its own size.</summary>
    /// <param name="picture">JPEG or PNG for the places that hold a picture.</param>
    public static void Write(Stream target, CardLayout layout, byte[]? picture, IEnumerable<CardFace> faces)
    {
        using var drawing = new CardDrawing(layout, picture);
        using var document = SKDocument.CreatePdf(target);
        foreach (var face in faces)
        {
            drawing.Draw(document.BeginPage(CardLayout.Width * Millimetre, CardLayout.Height * Millimetre), face);
            document.EndPage();
        }
        document.Close();
    }

    /// <summary>Ten cards on a standing A4, edge to edge, with marks where to cut.</summary>
    public static void WriteSheets(Stream target, CardLayout layout, byte[]? picture, IEnumerable<CardFace> faces)
    {
        const float Width = CardLayout.Width * Millimetre,
            Height = CardLayout.Height * Millimetre,
            Left = (LetterSheet.Width - (Across * Width)) / 2,
            Top = (LetterSheet.Height - (Down * Height)) / 2;
        using var drawing = new CardDrawing(layout, picture);
        using var document = SKDocument.CreatePdf(target);
        foreach (var sheet in faces.Chunk(Across * Down))
        {
            var canvas = document.BeginPage(LetterSheet.Width, LetterSheet.Height);
            DrawMarks(canvas, new SKRect(Left, Top, Left + (Across * Width), Top + (Down * Height)));
            foreach (var (i, face) in sheet.Index())
            {
                canvas.Save();
                canvas.Translate(Left + (i % Across * Width), Top + (i / Across * Height));
                canvas.ClipRect(SKRect.Create(Width, Height));
                drawing.Draw(canvas, face);
                canvas.Restore();
            }
            document.EndPage();
        }
        document.Close();
    }

    /// <summary>Whether the bytes are a JPEG or PNG of a size that is drawn.</summary>
    public static bool IsPicture(byte[] bytes)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(bytes));
        return codec is { EncodedFormat: SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png }
            && (long)codec.Info.Width * codec.Info.Height <= MostDots;
    }

    /// <returns>PNG.</returns>
    public static byte[] Preview(CardLayout layout, byte[]? picture, CardFace face, int width = 856)
    {
        var scale = width / (CardLayout.Width * Millimetre);
        using var surface = SKSurface.Create(new SKImageInfo(width, (int)(CardLayout.Height * Millimetre * scale)));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        using var drawing = new CardDrawing(layout, picture);
        drawing.Draw(surface.Canvas, face);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 90);
        return png.ToArray();
    }

    /// <summary>In the margins alone, so that no mark stays on a card.</summary>
    private static void DrawMarks(SKCanvas canvas, SKRect cards)
    {
        const float Gap = 4,
            Long = 10;
        using var ink = new SKPaint { StrokeWidth = .3f, Color = SKColors.Black };
        for (var column = 0; column <= Across; column++)
        {
            var x = cards.Left + (cards.Width * column / Across);
            canvas.DrawLine(x, cards.Top - Gap - Long, x, cards.Top - Gap, ink);
            canvas.DrawLine(x, cards.Bottom + Gap, x, cards.Bottom + Gap + Long, ink);
        }
        for (var row = 0; row <= Down; row++)
        {
            var y = cards.Top + (cards.Height * row / Down);
            canvas.DrawLine(cards.Left - Gap - Long, y, cards.Left - Gap, y, ink);
            canvas.DrawLine(cards.Right + Gap, y, cards.Right + Gap + Long, y, ink);
        }
    }
}
