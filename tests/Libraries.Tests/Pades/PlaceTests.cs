using DoanKet.Pades;
using DoanKet.Testing.Signatures;
using SkiaSharp;

namespace DoanKet.Libraries.Tests.Pades;

public sealed class PlaceTests
{
    private static readonly SignatureImage Red = SignatureImage.FromPng(Png(SKColors.Red));

    [Theory]
    [InlineData("[0 0 300 400]", "")]
    [InlineData("[0 0 300 400]", "/Rotate 90")]
    [InlineData("[0 0 300 400]", "/Rotate 180")]
    [InlineData("[0 0 300 400]", "/Rotate -90")]
    [InlineData("[0 0 300 400]", "/Rotate 360")]
    [InlineData("[-100 -50 200 350]", "")]
    [InlineData("[300 400 0 0]", "/Rotate 90")]
    [InlineData("[0 0 600 800]", "/CropBox [100 200 400 600]")]
    [InlineData("[0 0 600 800]", "/CropBox [100 200 400 600] /Rotate 270")]
    public async Task TheImageIsSeenWhereItWasPut(string box, string more)
    {
        var file = new SmallPdf { MediaBox = box, PageMore = more }.Bytes();
        var look = new SignatureLook(1, new(20, 40, 100, 60), Red);
        using var key = TestPki.Shared.RsaKey();

        var signed = await SigningTests.SignAsync(file, key, new() { Time = TestPki.Now, Look = look });

        var before = Picture(Referees.Draw(file));
        var after = Picture(Referees.Draw(signed));
        Assert.Equal((before.Width, before.Height), (after.Width, after.Height));
        for (var y = 0; y < after.Height; y++)
        for (var x = 0; x < after.Width; x++)
        {
            // 50 points to the inch, from the upper left corner.
            var (px, py) = ((x + 0.5) * 72 / 50, (after.Height - y - 0.5) * 72 / 50);
            var inside = px is > 22 and < 118 && py is > 42 and < 98;
            var outside = px is < 18 or > 122 || py is < 38 or > 102;
            if (inside)
                Assert.Equal((255, 0, 0), after.At(x, y));
            else if (outside)
                Assert.Equal(before.At(x, y), after.At(x, y));
        }
    }

    [Theory]
    [InlineData(1, 250, 0, 100, 50)]
    [InlineData(1, -1, 0, 100, 50)]
    [InlineData(1, 0, 0, 0, 50)]
    [InlineData(2, 0, 0, 100, 50)]
    [InlineData(0, 0, 0, 100, 50)]
    public async Task APlaceThatIsNotThereIsRefused(int page, double x, double y, double width, double height)
    {
        var file = new SmallPdf { MediaBox = "[0 0 300 400]" }.Bytes();
        var look = new SignatureLook(page, new(x, y, width, height), Red);
        using var key = TestPki.Shared.RsaKey();

        var refused = await Assert.ThrowsAsync<PdfRefusedException>(() =>
            SigningTests.SignAsync(file, key, new() { Time = TestPki.Now, Look = look })
        );

        Assert.Equal(PdfRefusal.Place, refused.Reason);
    }

    [Fact]
    public async Task ASignatureOverHalfAPageIsSaidToCoverIt()
    {
        using var key = TestPki.Shared.RsaKey();
        var once = await SigningTests.SignAsync(new SmallPdf().Bytes(), key, new() { Time = TestPki.Now });
        var look = new SignatureLook(1, new(0, 400, 595, 442), Red);

        var twice = await SigningTests.SignAsync(once, key, new() { Time = TestPki.Now, Look = look });

        Assert.Equal(OverallVerdict.Warning, SigningTests.Verify(twice).Overall);
    }

    [Fact]
    public void APictureThatIsNoPngIsRefused() => Assert.Throws<PdfRefusedException>(() => SignatureImage.FromPng([1, 2, 3]));

    private static byte[] Png(SKColor colour)
    {
        using var bitmap = new SKBitmap(10, 6);
        bitmap.Erase(colour);
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    private static Ppm Picture(byte[] ppm)
    {
        // "P6", width, height, 255, then three bytes a pixel.
        var parts = new List<string>();
        var at = 0;
        while (parts.Count < 4)
        {
            var from = at;
            while (!char.IsWhiteSpace((char)ppm[at]))
                at++;
            parts.Add(System.Text.Encoding.ASCII.GetString(ppm, from, at - from));
            at++;
        }
        return new(int.Parse(parts[1]), int.Parse(parts[2]), ppm[at..]);
    }

    private sealed record Ppm(int Width, int Height, byte[] Pixels)
    {
        public (int Red, int Green, int Blue) At(int x, int y)
        {
            var at = (y * Width + x) * 3;
            return (Pixels[at], Pixels[at + 1], Pixels[at + 2]);
        }
    }
}
