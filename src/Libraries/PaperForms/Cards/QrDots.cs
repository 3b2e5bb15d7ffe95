using SkiaSharp;
using ZXing;
using ZXing.QrCode;
using ZXing.QrCode.Internal;

namespace DoanKet.PaperForms.Cards;

/// <summary>Draws a QR code as one path of rectangles, sharp at any size.</summary>
internal static class QrDots
{
    private static readonly Dictionary<EncodeHintType, object> Hints = new()
    {
        [EncodeHintType.ERROR_CORRECTION] = ErrorCorrectionLevel.M,
        [EncodeHintType.MARGIN] = 0,
    };

    /// <param name="ink">Drawn without smoothing.</param>
    public static void Draw(SKCanvas canvas, SKRect box, string text, SKPaint ink)
    {
        var dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Hints);
        var dot = Math.Min(box.Width, box.Height) / dots.Width;
        using var path = new SKPath();
        for (var y = 0; y < dots.Height; y++)
        for (var x = 0; x < dots.Width; x++)
        {
            var from = x;
            while (x < dots.Width && dots[x, y])
                x++;
            if (x > from)
                path.AddRect(SKRect.Create(box.Left + (from * dot), box.Top + (y * dot), (x - from) * dot, dot));
        }
        // With smoothing a hairline would stand between two rows of dots.
        using var sharp = ink.Clone();
        sharp.IsAntialias = false;
        canvas.DrawPath(path, sharp);
    }
}
