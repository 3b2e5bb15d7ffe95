using DoanKet.DocumentReading;
using DoanKet.Libraries.Tests.DocumentReading;
using DoanKet.OfficialFormat;
using DoanKet.Testing.Letters;

namespace DoanKet.Libraries.Tests.OfficialFormat;

/// <summary>Made-up letters as Word files. Thousands, also as PDF of two programs, are read by <c>bench reading</c>.</summary>
public sealed class LetterTests
{
    private const int Letters = 480;

    [Theory]
    [InlineData(false), InlineData(true)]
    public void Letters_are_read_as_they_were_written_also_in_layouts_that_the_reader_was_not_written_with(bool heldOut)
    {
        var maker = new LetterMaker(11);
        var layouts = LetterLayout.All.Where(l => l.HeldOut == heldOut).ToList();
        var fields = Enumerable.Range(0, Letters).SelectMany(i => Read(maker.Next(), layouts[i % layouts.Count])).ToList();
        Assert.Empty(LetterGoals.Missed(fields));
    }

    private static IReadOnlyList<ReadField> Read(Letter letter, LetterLayout layout)
    {
        using var file = new TemporaryFile(LetterDocx.Write(letter, layout));
        var text = DocumentReader.Read(file.Path, ReadingLimits.Default);
        Assert.Equal(ReadStatus.Read, text.Status);
        return LetterScore.Of(letter, OfficialReader.Read(text.Heading, text.Text));
    }
}
