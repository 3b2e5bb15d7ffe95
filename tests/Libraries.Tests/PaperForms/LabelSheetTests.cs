using DoanKet.DocumentReading;
using DoanKet.Libraries.Tests.DocumentReading;
using DoanKet.PaperForms;

namespace DoanKet.Libraries.Tests.PaperForms;

/// <summary>Labels read as what they were drawn from, and begin where the sheet is still whole.</summary>
public sealed class LabelSheetTests
{
    private static readonly LabelSheet Usual = new(3, 8);

    [Fact]
    public void Labels_go_on_from_sheet_to_sheet()
    {
        var read = Read(Enumerable.Range(1, 30).Select(i => (IReadOnlyList<string>)[$"Người thứ {i:00}", "Tổ Hàn, Công đoàn thử"]), 20);
        Assert.Equal(3, read.Pages);
        Assert.All(Enumerable.Range(1, 30), i => Assert.Contains($"Người thứ {i:00}", read.Text, StringComparison.Ordinal));
        Assert.Equal(
            1,
            Read(
                [
                    ["Một"],
                ],
                23
            ).Pages
        );
        Assert.Equal(
            2,
            Read(
                [
                    ["Một"],
                    ["Hai"],
                ],
                23
            ).Pages
        );
    }

    [Fact]
    public void What_does_not_fit_is_cut_and_reaches_no_other_label()
    {
        var endless = string.Join(' ', Enumerable.Repeat("dài", 2000)) + " hết";
        var read = Read(
            [
                ["Một", endless],
                ["Hai"],
            ],
            0
        );
        Assert.Equal(1, read.Pages);
        Assert.DoesNotContain("hết", read.Text, StringComparison.Ordinal);
        Assert.Contains("Hai", read.Text, StringComparison.Ordinal);
    }

    private static ReadResult Read(IEnumerable<IReadOnlyList<string>> labels, int used)
    {
        using var pdf = new MemoryStream();
        Usual.Write(pdf, labels, used);
        using var file = new TemporaryFile(pdf.ToArray());
        return DocumentReader.Read(file.Path, ReadingLimits.Default);
    }
}
