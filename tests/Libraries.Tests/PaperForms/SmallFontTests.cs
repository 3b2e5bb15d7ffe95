using DoanKet.PaperForms;
using SkiaSharp;

namespace DoanKet.Libraries.Tests.PaperForms;

/// <summary>A font for papers draws the same letters as the whole one, and takes less room.</summary>
public sealed class SmallFontTests
{
    private const string Path = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
        Text = "Nguyễn Thị Ửng, số 18/KH-LĐLĐ: “ĐẠI HỘI” – 1,5% ơ ư ợ ữ Ậ ẵ é ç ß";

    [Fact]
    public void Every_letter_has_the_same_outline_and_width()
    {
        using var whole = SKTypeface.FromFile(Path);
        var file = File.ReadAllBytes(Path);
        var small = SmallFont.Of(file, Glyphs(whole, Text))!;
        using var reduced = SKTypeface.FromData(SKData.CreateCopy(small));

        Assert.InRange(small.Length, 1, file.Length / 4);
        Assert.Equal((whole.FamilyName, whole.GlyphCount), (reduced.FamilyName, reduced.GlyphCount));
        foreach (var letter in Text.Distinct())
            Assert.Equal(Outline(whole, letter), Outline(reduced, letter));
        Assert.Equal("", Outline(reduced, 'Ж').Path);
        Assert.Equal(Outline(whole, 'Ж').Width, Outline(reduced, 'Ж').Width);
    }

    [Fact]
    public void What_is_no_such_file_is_left_as_it_is()
    {
        var file = File.ReadAllBytes(Path);
        Assert.Null(SmallFont.Of([], [1]));
        Assert.Null(SmallFont.Of("OTTO and more"u8.ToArray(), [1]));
        // Cut off, and with tables that lie beyond its end.
        foreach (var length in (int[])[11, 100, 300, 5000, 100_000, file.Length - 60_000])
            Assert.Null(SmallFont.Of(file[..length], [36, 37, 38]));
    }

    [Fact]
    public void A_letter_of_one_page_is_sent_over_a_slow_line()
    {
        var target = new MemoryStream();
        new LetterPaper
        {
            Issuer = "Liên đoàn Lao động tỉnh Thử nghiệm",
            Number = "Số: 18/KH-LĐLĐ",
            PlaceAndDay = "Thử nghiệm, ngày 05 tháng 3 năm 2026",
            Subject = "Tổ chức Tháng Công nhân năm 2026",
            Paragraphs = ["Thực hiện chương trình công tác năm."],
        }.Write(target);
        Assert.InRange(target.Length, 1, 200_000);
    }

    private static IEnumerable<ushort> Glyphs(SKTypeface face, string text) => text.Select(letter => face.GetGlyph(letter));

    private static (string Path, float Width) Outline(SKTypeface face, char letter)
    {
        using var font = new SKFont(face, 100) { Hinting = SKFontHinting.None, LinearMetrics = true };
        using var path = font.GetGlyphPath(font.GetGlyph(letter));
        return (path?.ToSvgPathData() ?? "", font.MeasureText([font.GetGlyph(letter)]));
    }
}
