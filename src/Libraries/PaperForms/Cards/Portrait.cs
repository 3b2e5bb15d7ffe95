using SkiaSharp;

namespace DoanKet.PaperForms.Cards;

/// <summary>The part of a picture that is taken, in parts of its width and height from 0 to 1.</summary>
public readonly record struct PortraitBox(float Left, float Top, float Width);

/// <summary>A portrait of 3×4 cm out of a picture from a phone.</summary>
public static class Portrait
{
    /// <summary>Dots: 3×4 cm at 300 to the inch.</summary>
    public const int Width = 354,
        Height = 472;

    /// <summary>Dots of a picture that is opened at all: more than phones make, less than would fill the memory.</summary>
    private const long MostDots = 60_000_000;

    private const int Quality = 88;

    /// <param name="box">Null: the middle, somewhat above, where a head is.</param>
    /// <returns>JPEG without any data of phone or place; null for what is no picture of a kind that is known, or one too large.</returns>
    public static byte[]? Cut(byte[] picture, PortraitBox? box)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(picture));
        if (
            codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp }
            || (long)codec.Info.Width * codec.Info.Height > MostDots
        )
            return null;
        using var decoded = SKBitmap.Decode(codec);
        if (decoded is null)
            return null;
        using var upright = Upright(decoded, codec.EncodedOrigin);
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        surface.Canvas.Clear(SKColors.White);
        using var image = SKImage.FromBitmap(upright);
        surface.Canvas.DrawImage(
            image,
            Part(upright.Width, upright.Height, box),
            SKRect.Create(Width, Height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        using var portrait = surface.Snapshot();
        using var jpeg = portrait.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg.ToArray();
    }

    private static SKRect Part(int width, int height, PortraitBox? box)
    {
        const float Shape = (float)Width / Height;
        var (left, top, part) = box is { } asked
            ? (Math.Clamp(asked.Left, 0, .95f) * width, Math.Clamp(asked.Top, 0, .95f) * height, Math.Clamp(asked.Width, .05f, 1) * width)
            : (0, 0, (float)width);
        part = Math.Min(Math.Min(part, width - left), (height - top) * Shape);
        if (box is null)
            (left, top) = ((width - part) / 2, (height - (part / Shape)) / 3);
        return SKRect.Create(left, top, part, part / Shape);
    }

    /// <summary>Phones lay the picture down and say beside it how it is to be turned.</summary>
    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var (turn, isLying) = origin switch
        {
            SKEncodedOrigin.RightTop or SKEncodedOrigin.LeftTop => (90, true),
            SKEncodedOrigin.BottomRight or SKEncodedOrigin.BottomLeft => (180, false),
            SKEncodedOrigin.LeftBottom or SKEncodedOrigin.RightBottom => (270, true),
            _ => (0, false),
        };
        var upright = isLying ? new SKBitmap(picture.Height, picture.Width) : new SKBitmap(picture.Width, picture.Height);
        using var canvas = new SKCanvas(upright);
        canvas.Translate(upright.Width / 2f, upright.Height / 2f);
        canvas.RotateDegrees(turn);
        canvas.DrawBitmap(picture, -picture.Width / 2f, -picture.Height / 2f);
        return upright;
    }
}
