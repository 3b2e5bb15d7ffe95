using DoanKet.DocumentReading;
using DoanKet.OfficialFormat;
using DoanKet.Testing.Letters;

namespace DoanKet.Browser.Tests;

/// <summary>Made-up letters as a browser prints them: the reader gets them back from the places of the letters on paper.</summary>
public sealed class LetterTests(Chromium chromium)
{
    private const int Letters = 64;

    [Fact]
    public async Task Printed_letters_are_read_with_their_places()
    {
        var maker = new LetterMaker(12);
        var folder = Directory.CreateTempSubdirectory("doanket-letters-");
        var path = Path.Combine(folder.FullName, "letter.pdf");
        await using var printer = await chromium.OpenPrinterAsync();
        List<ReadField> fields = [];
        var layouts = LetterLayout.All.Where(l => !l.WordOnly).ToList();
        for (var i = 0; i < Letters; i++)
        {
            var (letter, layout) = (maker.Next(), layouts[i % layouts.Count]);
            await printer.PrintAsync(LetterHtml.Write(letter, layout), path);
            var text = DocumentReader.Read(path, ReadingLimits.Default);
            var read = OfficialReader.Read(text.Heading, text.Text);
            fields.AddRange(LetterScore.Of(letter, read));
            // The day stands in the upper third of the first page, in its right half or, under a header in one column, right of its number.
            var day = read.IssuedOn!.Spans[0];
            var place = text.PlaceOf(day.Offset, day.Length)!;
            Assert.Equal(1, place.Page);
            Assert.InRange(place.X, 200, 560);
            Assert.InRange(place.Y, 50, 280);
            Assert.InRange(text.PlaceOf(read.SignerName!.Offset, 1)!.Page, layout.ThreePages ? 3 : 1, text.Pages!.Value);
        }
        folder.Delete(recursive: true);
        Assert.Empty(LetterGoals.Missed(fields));
    }
}
