using SkiaSharp;

namespace DoanKet.Modules.Signing.Demo;

/// <summary>A handwritten line and a seal that nobody uses, PNG with transparency.</summary>
internal static class DemoPictures
{
    private static readonly SKColor Blue = new(0x1B, 0x2E, 0x9F),
        Red = new(0xD8, 0x14, 0x1E);

    public static byte[] Signature(Random random) =>
        Draw(
            400,
            160,
            canvas =>
            {
                using var pen = Pen(Blue, 7);
                using var path = new SKPath();
                path.MoveTo(20, 110);
                for (var x = 20; x < 360; x += 60)
                    path.CubicTo(x + 10, random.Next(0, 70), x + 25, random.Next(90, 160), x + 60, random.Next(50, 120));
                canvas.DrawPath(path, pen);
            }
        );

    public static byte[] Seal() =>
        Draw(
            600,
            600,
            canvas =>
            {
                using var thick = Pen(Red, 16);
                using var thin = Pen(Red, 6);
                canvas.DrawCircle(300, 300, 288, thick);
                canvas.DrawCircle(300, 300, 190, thin);
                using var fill = new SKPaint { Color = Red, IsAntialias = true };
                using var star = Star(300, 300, 110);
                canvas.DrawPath(star, fill);
                // A ring of small marks where a real seal has its words: this one must not look like anybody's.
                for (var angle = 0; angle < 360; angle += 15)
                {
                    canvas.Save();
                    canvas.RotateDegrees(angle, 300, 300);
                    canvas.DrawRect(294, 42, 12, 40, fill);
                    canvas.Restore();
                }
            }
        );

    private static SKPath Star(float x, float y, float radius)
    {
        var star = new SKPath();
        for (var i = 0; i < 10; i++)
        {
            var (angle, length) = (Math.PI * i / 5 - Math.PI / 2, i % 2 == 0 ? radius : radius * .38);
            var point = new SKPoint(x + (float)(Math.Cos(angle) * length), y + (float)(Math.Sin(angle) * length));
            if (i == 0)
                star.MoveTo(point);
            else
                star.LineTo(point);
        }
        star.Close();
        return star;
    }

    private static SKPaint Pen(SKColor colour, float width) =>
        new()
        {
            Color = colour,
            IsStroke = true,
            StrokeWidth = width,
            StrokeCap = SKStrokeCap.Round,
            IsAntialias = true,
        };

    private static byte[] Draw(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Transparent);
        using (var canvas = new SKCanvas(bitmap))
            draw(canvas);
        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
