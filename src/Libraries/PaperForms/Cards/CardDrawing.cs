using System.Text.RegularExpressions;
using SkiaSharp;

namespace DoanKet.PaperForms.Cards;

/// <summary>Draws faces of one layout; what all of them share is made once.</summary>
internal sealed partial class CardDrawing(CardLayout layout, byte[]? picture) : IDisposable
{
    /// <summary>Points in a millimetre.</summary>
    public const float Millimetre = 72 / 25.4f;

    private const float SmallestLetters = 4,
        LineHeight = 1.18f;

    private readonly SKImage? _picture = picture is null ? null : SKImage.FromEncodedData(picture);

    /// <summary>With the upper left corner at the origin of the canvas.</summary>
    public void Draw(SKCanvas canvas, CardFace face)
    {
        foreach (var place in layout.Places)
        {
            var box = SKRect.Create(place.X * Millimetre, place.Y * Millimetre, place.Width * Millimetre, place.Height * Millimetre);
            using var ink = new SKPaint { IsAntialias = true, Color = ColourOf(place.Colour) };
            switch (place.Content)
            {
                case CardContent.Area:
                    canvas.DrawRect(box, ink);
                    break;
                case CardContent.Picture when _picture is not null:
                    canvas.DrawImage(_picture, box, SKSamplingOptions.Default);
                    break;
                case CardContent.Photo:
                    DrawPhoto(canvas, box, face.Photo);
                    break;
                case CardContent.QrCode:
                    QrDots.Draw(canvas, box, face.QrText, ink);
                    break;
                case CardContent.Text:
                    DrawText(canvas, box, place, Fill(place.Text, face.Values), ink);
                    break;
            }
        }
    }

    public void Dispose() => _picture?.Dispose();

    /// <summary>A line whose value nobody knows is left out whole, with the words before it.</summary>
    private static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var isEmpty = false;
        var filled = Names()
            .Replace(
                text,
                name =>
                {
                    var value = values.GetValueOrDefault(name.Groups[1].Value, "");
                    isEmpty |= value.Length == 0;
                    return value;
                }
            );
        return isEmpty ? "" : filled;
    }

    private static void DrawText(SKCanvas canvas, SKRect box, CardPlace place, string text, SKPaint ink)
    {
        if (text.Length == 0)
            return;
        var size = place.Size;
        using var font = PaperFonts.Sans.Of(size, place.IsBold);
        var lines = Lines.Of(text, font, box.Width);
        while (lines.Count * size * LineHeight > box.Height && size > SmallestLetters)
        {
            font.Size = size -= .25f;
            lines = Lines.Of(text, font, box.Width);
        }
        var (x, align) = place.Alignment switch
        {
            CardAlignment.Centre => (box.MidX, SKTextAlign.Center),
            CardAlignment.Right => (box.Right, SKTextAlign.Right),
            _ => (box.Left, SKTextAlign.Left),
        };
        // Vietnamese capitals carry two marks: the first line needs the room above it.
        var y = box.Top + size;
        foreach (var line in lines)
        {
            canvas.DrawText(line, x, y, align, font, ink);
            y += size * LineHeight;
        }
    }

    private static void DrawPhoto(SKCanvas canvas, SKRect box, byte[]? photo)
    {
        using var image = photo is null ? null : SKImage.FromEncodedData(photo);
        if (image is not null)
            canvas.DrawImage(image, Covering(image, box), box, new SKSamplingOptions(SKFilterMode.Linear));
        using var frame = new SKPaint
        {
            Style = SKPaintStyle.Stroke,
            StrokeWidth = .4f,
            Color = new SKColor(0x88, 0x88, 0x88),
        };
        canvas.DrawRect(box, frame);
    }

    /// <summary>The middle of the image that has the shape of the place.</summary>
    private static SKRect Covering(SKImage image, SKRect box)
    {
        var scale = Math.Min(image.Width / box.Width, image.Height / box.Height);
        var (width, height) = (box.Width * scale, box.Height * scale);
        return SKRect.Create((image.Width - width) / 2, (image.Height - height) / 2, width, height);
    }

    private static SKColor ColourOf(string text) => SKColor.TryParse(text, out var colour) ? colour : SKColors.Black;

    [GeneratedRegex(@"\{\{([^{}]{1,40})\}\}")]
    private static partial Regex Names();
}
