using System.IO.Compression;
using System.Text;
using DoanKet.Spreadsheets;

namespace DoanKet.Libraries.Tests;

public sealed class SpreadsheetTests
{
    private static async Task<MemoryStream> WriteAsync(params object?[][] rows)
    {
        var file = new MemoryStream();
        await SheetWriter.WriteAsync(file, "Bảng", [new("Tên", 30), new("Ngày", 12, SheetColumn.Day), new("Số")], rows, default);
        return file;
    }

    [Fact]
    public async Task What_is_written_is_read_as_people_see_it()
    {
        var file = await WriteAsync(["Nguyễn Thị Hòa", new DateOnly(2026, 3, 5), 12], ["=1+1", null, 3.5], [null, null, null]);
        var lines = SheetReader.Read(file, SheetLimits.Small, default);
        Assert.Equal(["Tên", "Ngày", "Số"], lines[0].Cells);
        Assert.Equal(["Nguyễn Thị Hòa", "05/03/2026", "12"], lines[1].Cells);
        Assert.Equal(["'=1+1", "", "3.5"], lines[2].Cells);
        Assert.Equal(3, lines.Count);
        Assert.Equal("", lines[1][40]);
    }

    [Fact]
    public void A_csv_keeps_the_numbers_of_its_lines_and_loses_empty_ones()
    {
        var lines = SheetReader.Read(new MemoryStream(Encoding.UTF8.GetBytes("a,b\n\n\"c,d\",e\n")), SheetLimits.Small, default);
        Assert.Equal(["c,d", "e"], lines[^1].Cells);
        Assert.Equal((1, 2), (lines[0].Number, lines.Count));
    }

    public static TheoryData<string> Broken => ["empty archive", "half", "noise", "not a sheet"];

    [Theory, MemberData(nameof(Broken))]
    public async Task A_broken_file_is_refused(string how)
    {
        var good = (await WriteAsync(["a", null, 1])).ToArray();
        var bytes = how switch
        {
            "half" => good[..(good.Length / 2)],
            "noise" => [.. good.Select((b, i) => i % 7 == 3 ? (byte)~b : b)],
            "not a sheet" => Archive(("readme.txt", "hello")),
            _ => Archive(),
        };
        var refused = Assert.Throws<SheetException>(() => SheetReader.Read(new MemoryStream(bytes), SheetLimits.Small, default));
        Assert.Equal(SheetFault.NotReadable, refused.Fault);
    }

    [Fact]
    public async Task More_than_the_limits_is_refused_before_it_is_read()
    {
        var many = await WriteAsync([.. Enumerable.Range(0, 300).Select(i => new object?[] { "tên " + i, null, i })]);
        foreach (
            var limits in new[]
            {
                SheetLimits.Small with
                {
                    Bytes = 100,
                },
                SheetLimits.Small with
                {
                    UnpackedBytes = 1000,
                },
                SheetLimits.Small with
                {
                    Lines = 100,
                },
                SheetLimits.Small with
                {
                    Time = TimeSpan.Zero,
                },
            }
        )
            Assert.Equal(SheetFault.TooLarge, Assert.Throws<SheetException>(() => SheetReader.Read(many, limits, default)).Fault);
        Assert.Equal(["tên 0"], SheetReader.Read(many, SheetLimits.Small with { Columns = 1 }, default)[1].Cells);
    }

    [Fact]
    public async Task A_document_type_that_names_files_outside_is_refused()
    {
        var good = (await WriteAsync(["a", null, 1])).ToArray();
        using var file = new MemoryStream();
        file.Write(good);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!;
            string xml;
            using (var reader = new StreamReader(sheet.Open()))
                xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            sheet.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            var body = xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..];
            await writer.WriteAsync("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + body);
        }
        Assert.Throws<SheetException>(() => SheetReader.Read(file, SheetLimits.Small, default));
    }

    private static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        return file.ToArray();
    }
}
