using DoanKet.DocumentReading;
using DoanKet.OfficialFormat;
using DoanKet.Testing;

namespace DoanKet.Libraries.Tests.DocumentReading;

public sealed class DecreeTests
{
    private static readonly ReadResult Pdf = Read("30_2020_ND_CP.pdf"),
        Docx = Read("30_2020_ND_CP.docx");

    [Fact]
    public void The_published_PDF_gives_all_its_pages()
    {
        Assert.Equal((ReadStatus.Read, 20), (Pdf.Status, Pdf.Pages));
        Assert.Contains("30/2020/NĐ-CP", Pdf.Heading);
        Assert.Contains("Điều 38. Trách nhiệm thi hành", Pdf.Text);
        Assert.DoesNotContain("Điều 20.", Pdf.Heading);
    }

    [Fact]
    public void Columns_of_a_line_stay_apart() => Assert.Matches(@"Số: 30/2020/NĐ-CP {3,}Hà Nội, ngày 05 tháng 3 năm 2020", Pdf.Heading);

    [Theory]
    [InlineData(40_000), InlineData(700)]
    public void Places_hold_whole_words_of_the_heading_and_never_more_than_it(int limit)
    {
        var read = DocumentReader.Read(Decree30.PathOf("30_2020_ND_CP.pdf"), new() { MaxHeadingCharacters = limit });
        Assert.True(read.Places.Count > 5);
        Assert.All(
            read.Places,
            place =>
            {
                var words = read.Heading.Substring(place.Offset, place.Length);
                Assert.Equal(words.Trim(), words);
                Assert.DoesNotContain("   ", words, StringComparison.Ordinal);
                Assert.InRange(place.X, 0, 612);
                Assert.InRange(place.Y, 0, 842);
            }
        );
    }

    [Fact]
    public void The_DOCX_gives_the_same_words() =>
        Assert.InRange(Words(Docx.Text).Except(Words(Pdf.Text)).Count(), 0, Words(Docx.Text).Count() / 50);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_heading_tells_what_a_clerk_would_type(bool pdf)
    {
        var read = OfficialReader.Read((pdf ? Pdf : Docx).Heading);
        Assert.Equal("30", read.Number!.Value.Number);
        Assert.Equal("2020/NĐ-CP", read.Number.Value.Notation);
        Assert.Equal(new DateOnly(2020, 3, 5), read.IssuedOn!.Value);
        Assert.Equal("Về công tác văn thư", read.Subject!.Value, ignoreCase: true);
        Assert.Equal("CHÍNH PHỦ", read.Issuer!.Value, ignoreCase: true);
    }

    private static ReadResult Read(string name) => DocumentReader.Read(Decree30.PathOf(name), ReadingLimits.Default);

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct();
}
