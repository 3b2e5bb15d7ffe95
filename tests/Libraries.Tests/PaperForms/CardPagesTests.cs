using System.Diagnostics;
using DoanKet.PaperForms.Cards;
using SkiaSharp;

namespace DoanKet.Libraries.Tests.PaperForms;

public sealed class CardPagesTests : IDisposable
{
    private static readonly CardLayout Layout = new([
        new(CardContent.Area, "", 0, 0, CardLayout.Width, 12, Colour: "#C8102E"),
        new(CardContent.Text, "THẺ ĐOÀN VIÊN CÔNG ĐOÀN", 2, 3, 81, 6, 10, true, CardAlignment.Centre, "#FFFFFF"),
        new(CardContent.Photo, "", 4, 15, 20, 26.7f),
        new(CardContent.Text, "{{họ tên}}", 27, 15, 36, 8, 9, true),
        new(CardContent.Text, "Mã số: {{mã số}}", 27, 24, 36, 5),
        new(CardContent.QrCode, "", 63, 30, 20, 20),
    ]);

    private readonly string _folder = Directory.CreateTempSubdirectory("cards").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_can_be_copied_and_codes_read(bool onSheets)
    {
        var faces = Enumerable.Range(1, 12).Select(Face).ToList();
        var file = Path.Combine(_folder, "cards.pdf");
        using (var target = File.Create(file))
            (onSheets ? CardPages.WriteSheets : (Action<Stream, CardLayout, byte[]?, IEnumerable<CardFace>>)CardPages.Write)(
                target,
                Layout,
                null,
                faces
            );

        // A long name stands on two lines.
        var text = Run("pdftotext", "-raw", file, "-").Replace('\n', ' ');
        Assert.All(faces, face => Assert.Contains(face.Values["họ tên"], text, StringComparison.Ordinal));
        Assert.Contains("Mã số: 2", text, StringComparison.Ordinal);
        // The value is not known of the first, and so the words before it are left out.
        Assert.Equal(11, text.Split("Mã số").Length - 1);

        Run("pdftoppm", "-r", "300", "-png", file, Path.Combine(_folder, "page"));
        var pages = Directory.GetFiles(_folder, "page*.png");
        Assert.Equal(onSheets ? 2 : 12, pages.Length);
        var codes = Run("zbarimg", ["--raw", "-q", .. pages]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(faces.Select(face => face.QrText).Order(), codes.Order());
    }

    [Fact]
    public void A_portrait_stands_upright_and_says_nothing_of_the_phone()
    {
        using var picture = new SKBitmap(800, 600);
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.Blue);
            canvas.DrawRect(0, 0, 400, 600, new SKPaint { Color = SKColors.Red });
        }
        var jpeg = Encoded(picture, SKEncodedImageFormat.Jpeg);
        using var plain = SKBitmap.Decode(Portrait.Cut(jpeg, new PortraitBox(0, 0, .3f)));
        Assert.Equal((Portrait.Width, Portrait.Height), (plain.Width, plain.Height));
        Assert.Equal((true, true), (IsRed(plain, .5f, .1f), IsRed(plain, .5f, .9f)));

        // Turned a quarter by the phone's own word: what was on the left is above.
        var turned = WithOrientation(jpeg, 6);
        using var portrait = SKBitmap.Decode(Portrait.Cut(turned, null));
        Assert.Equal((true, false), (IsRed(portrait, .5f, .1f), IsRed(portrait, .5f, .9f)));
        Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(Portrait.Cut(turned, null)!), StringComparison.Ordinal);

        foreach (
            var bad in (byte[][])
                [
                    [],
                    [1, 2, 3],
                    jpeg[..40],
                    "%PDF-1.7"u8.ToArray(),
                    Huge(),
                ]
        )
            Assert.Null(Portrait.Cut(bad, null));
    }

    [Fact]
    public void A_layout_is_shown_as_a_picture()
    {
        using var shown = SKBitmap.Decode(CardPages.Preview(Layout, null, Face(3)));
        Assert.Equal(856, shown.Width);
        Assert.Equal(new SKColor(0xC8, 0x10, 0x2E), shown.GetPixel(3, 3));
    }

    private static CardFace Face(int i) =>
        new(
            new Dictionary<string, string>
            {
                ["họ tên"] = $"Nguyễn Thị Hường Quỳnh {(char)('A' + i)}",
                ["mã số"] = i == 1 ? "" : i.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
            null,
            $"HTTPS://CONGDOAN.EXAMPLE.VN/THE/{new string((char)('A' + i), 124)}"
        );

    private static bool IsRed(SKBitmap picture, float x, float y) =>
        picture.GetPixel((int)(picture.Width * x), (int)(picture.Height * y)) is { Red: > 200, Blue: < 60 };

    private static byte[] Encoded(SKBitmap picture, SKEncodedImageFormat format)
    {
        using var data = picture.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>Puts the phone's word on how to turn the picture behind the first two bytes of a JPEG.</summary>
    private static byte[] WithOrientation(byte[] jpeg, byte orientation) =>
        [
            .. jpeg[..2],
            .. (byte[])[0xFF, 0xE1, 0, 34],
            .. "Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8,
            orientation,
            .. (byte[])[0, 0, 0, 0, 0, 0],
            .. jpeg[2..],
        ];

    /// <summary>A small PNG that says it is 30,000 dots wide and high.</summary>
    private static byte[] Huge()
    {
        using var small = new SKBitmap(4, 4);
        var png = Encoded(small, SKEncodedImageFormat.Png);
        for (var at = 16; at < 24; at += 4)
            (png[at], png[at + 1], png[at + 2], png[at + 3]) = (0, 0, 0x75, 0x30);
        return png;
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
