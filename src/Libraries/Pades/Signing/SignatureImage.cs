using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;
using SkiaSharp;

namespace DoanKet.Pades;

/// <summary>A picture of a signature or a stamp, made ready once for many files.</summary>
public sealed class SignatureImage
{
    private const int MostPixels = 16_000_000;
    private readonly byte[] _colours;
    private readonly byte[]? _opacity;

    private SignatureImage(int width, int height, byte[] colours, byte[]? opacity) =>
        (Width, Height, _colours, _opacity) = (width, height, colours, opacity);

    /// <summary>In pixels.</summary>
    public int Width { get; }

    /// <summary>In pixels.</summary>
    public int Height { get; }

    /// <param name="png">With or without transparency.</param>
    /// <exception cref="PdfRefusedException">It is no PNG, or larger than 16 million pixels.</exception>
    public static SignatureImage FromPng(byte[] png)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(png));
        if (codec?.EncodedFormat != SKEncodedImageFormat.Png)
            throw new PdfRefusedException(PdfRefusal.Place, "The picture is no PNG file.");
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
            throw new PdfRefusedException(PdfRefusal.Place, "The picture has more than 16 million pixels.");
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success)
            throw new PdfRefusedException(PdfRefusal.Place, "The picture cannot be read.");
        return FromPixels(info.Width, info.Height, bitmap.GetPixelSpan());
    }

    private static SignatureImage FromPixels(int width, int height, ReadOnlySpan<byte> rgba)
    {
        var colours = new byte[width * height * 3];
        var opacity = new byte[width * height];
        for (var i = 0; i < opacity.Length; i++)
        {
            rgba.Slice(i * 4, 3).CopyTo(colours.AsSpan(i * 3));
            opacity[i] = rgba[i * 4 + 3];
        }
        var isOpaque = !opacity.AsSpan().ContainsAnyExcept((byte)255);
        return new(width, height, Filters.Flate(colours), isOpaque ? null : Filters.Flate(opacity));
    }

    /// <summary>The image and, where it has transparency, its soft mask (ISO 32000-2, 8.9.5 and 11.6.5.2).</summary>
    internal PdfReference AddTo(Writing.IncrementalUpdate update)
    {
        var dictionary = Describe("DeviceRGB");
        if (_opacity is not null)
            dictionary["SMask"] = update.Add(new PdfStream(Describe("DeviceGray"), _opacity));
        return update.Add(new PdfStream(dictionary, _colours));
    }

    private PdfDictionary Describe(string colourSpace) =>
        new(
            ("Type", new PdfName("XObject")),
            ("Subtype", new PdfName("Image")),
            ("Width", new PdfNumber(Width)),
            ("Height", new PdfNumber(Height)),
            ("ColorSpace", new PdfName(colourSpace)),
            ("BitsPerComponent", new PdfNumber(8)),
            ("Filter", new PdfName("FlateDecode"))
        );
}
