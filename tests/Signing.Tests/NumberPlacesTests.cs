using DoanKet.Modules.Signing.Places;
using DoanKet.Pades;
using DoanKet.PaperForms;
using DoanKet.Testing;

namespace DoanKet.Signing.Tests;

/// <summary>Where the number and the day of a draft belong.</summary>
public sealed class NumberPlacesTests
{
    [Theory]
    [InlineData("Số:       /HD-LĐLĐ", "Nghệ An, ngày     tháng     năm 2026", "so ngay thang")]
    [InlineData("Số: ……/HD-LĐLĐ", "Nghệ An, ngày … tháng … năm 2026", "so ngay thang")]
    [InlineData("Số: ......./HD-LĐLĐ", "Nghệ An, ngày ..... tháng ..... năm 2026", "so ngay thang")]
    [InlineData("Số:…../HD-LĐLĐ", "Nghệ An, ngày.....tháng.....năm 2026", "so ngay thang")]
    [InlineData("Số:      -CV/CĐ", "Nghệ An, ngày      tháng 3 năm 2026", "so ngay")]
    [InlineData("Số:       /HD-LĐLĐ", "Nghệ An, ngày 05 tháng 3 năm 2026", "so")]
    [InlineData("Số: 18/HD-LĐLĐ", "Nghệ An, ngày 05 tháng 3 năm 2026", "")]
    [InlineData("Số: /HD-LĐLĐ", "Nghệ An, ngày tháng năm 2026", "")]
    public async Task TheBlanksOfADraftAreFound(string number, string day, string expected)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(file, Letter(number, day));
        PaperText text;
        IReadOnlyList<EmptyTextField> fields;
        try
        {
            text = await PaperText.ReadAsync(new ReaderInProcess(), file, default);
            using var source = PdfSource.FromFile(file);
            fields = NumberPlaces.Find(text, source);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.True(expected == string.Join(' ', fields.Select(field => field.Name)), text.Text[..300]);
        Assert.All(fields, field => Assert.InRange(field.Place.Height, 14, 18));
    }

    private static byte[] Letter(string number, string day)
    {
        var target = new MemoryStream();
        new LetterPaper
        {
            Superior = "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            Issuer = "LIÊN ĐOÀN LAO ĐỘNG TỈNH THỬ",
            // A letter keeps only blanks that do not break.
            Number = number.Replace("  ", "\u00A0\u00A0", StringComparison.Ordinal),
            PlaceAndDay = day.Replace("  ", "\u00A0\u00A0", StringComparison.Ordinal),
            Kind = "Hướng dẫn",
            Subject = "Chuẩn bị đại hội công đoàn cơ sở",
            Paragraphs = ["Các công đoàn cơ sở chuẩn bị đại hội theo kế hoạch đã ban hành."],
            SignerPosition = ["CHỦ TỊCH"],
            SignerName = "Người Thử",
        }.Write(target);
        return target.ToArray();
    }
}
