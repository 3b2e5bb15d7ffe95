using System.Text;
using DoanKet.Spreadsheets;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace DoanKet.Libraries.Tests;

public sealed class SheetMarkerTests
{
    private const string Heading = "Kết quả kiểm tra";

    private static readonly Dictionary<int, SheetMark> Marks = new()
    {
        [2] = new(MarkKind.Problem, "KHÔNG NHẬP: thiếu ngày sinh"),
        [3] = new(MarkKind.Question, "CẦN HỎI: cùng tên"),
        [4] = new(MarkKind.Note, "Đã sửa hộ: tên viết hoa"),
        [900] = new(MarkKind.Note, "không có dòng này"),
    };

    [Theory, InlineData(true), InlineData(false)]
    public async Task Lines_are_marked_and_all_else_stays_as_it_was(bool isTable)
    {
        using var file = new MemoryStream();
        object?[][] rows =
        [
            ["An", new DateOnly(2026, 3, 5), 1],
            ["Bình", null, 2],
            ["Chi", null, 3],
        ];
        if (isTable)
            await SheetWriter.WriteAsync(file, "Bảng", [new("Tên", 30), new("Ngày", 12, SheetColumn.Day), new("Số")], rows, default);
        else
            file.Write(Encoding.UTF8.GetBytes("Tên,Ngày,Số\nAn,05/03/2026,1\nBình,,2\nChi,,3\n"));
        using var marked = new MemoryStream();
        SheetMarker.Mark(file, marked, SheetLimits.Small, Heading, 1, Marks, default);
        // What was not by the book in the file that came is left as it was.
        Assert.Subset(isTable ? Faults(file) : [], Faults(marked));
        var lines = SheetReader.Read(marked, SheetLimits.Small, default);
        Assert.Equal(["Tên", "Ngày", "Số", Heading], lines[0].Cells);
        Assert.Equal(["An", "05/03/2026", "1", "KHÔNG NHẬP: thiếu ngày sinh"], lines[1].Cells);
        Assert.Equal(["Chi", "", "3", "Đã sửa hộ: tên viết hoa"], lines[3].Cells);

        // Marked again: the words of the first time are written over.
        using var again = new MemoryStream();
        SheetMarker.Mark(
            marked,
            again,
            SheetLimits.Small,
            Heading,
            1,
            new Dictionary<int, SheetMark> { [2] = new(MarkKind.Note, "xong") },
            default
        );
        lines = SheetReader.Read(again, SheetLimits.Small, default);
        Assert.Equal(4, lines[0].Cells.Count);
        Assert.Equal("xong", lines[1][3]);
    }

    [Fact]
    public void A_template_offers_choices_and_keeps_what_is_typed()
    {
        using var file = new MemoryStream();
        SheetTemplate.Write(
            file,
            "Danh sách",
            [
                new("Họ và tên", 30, TemplateCell.Text, []),
                new("Giới tính", 10, TemplateCell.Text, ["Nam", "Nữ"], AllowsOther: false),
                new("Ngày sinh", 12, TemplateCell.Day, []),
            ]
        );
        Assert.Empty(Faults(file));
        Assert.Equal(["Họ và tên", "Giới tính", "Ngày sinh"], SheetReader.Read(file, SheetLimits.Small, default)[0].Cells);
        using var book = SpreadsheetDocument.Open(file, false);
        var validation = book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DataValidation>()).Single();
        Assert.Equal("'Danh mục'!$B$1:$B$2", validation.Formula1!.Text);
        Assert.Equal("B2:B20000", validation.SequenceOfReferences!.InnerText);
    }

    private static HashSet<string> Faults(Stream file)
    {
        using var book = SpreadsheetDocument.Open(file, false);
        return [.. new OpenXmlValidator().Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }
}
