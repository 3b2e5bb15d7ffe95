using System.Text;
using DoanKet.DocumentReading;
using DoanKet.Testing;

namespace DoanKet.Libraries.Tests.DocumentReading;

public sealed class FileSnifferTests
{
    [Theory]
    [InlineData("30_2020_ND_CP.pdf", ".pdf")]
    [InlineData("30_2020_ND_CP.docx", ".docx")]
    public void Real_files_are_known_by_their_content(string name, string extension)
    {
        using var stream = File.OpenRead(Decree30.PathOf(name));
        Assert.Equal(extension, FileSniffer.Detect(stream).Extension);
        Assert.Equal(0, stream.Position);
    }

    public static TheoryData<byte[], string> Contents =>
        new()
        {
            { [], ".bin" },
            { [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], ".png" },
            { [0xFF, 0xD8, 0xFF, 0xE0], ".jpg" },
            { "II*\0...."u8.ToArray(), ".tif" },
            { "\n\n%PDF-1.4\n"u8.ToArray(), ".pdf" },
            { "\uFEFF<?xml version=\"1.0\"?><a/>"u8.ToArray(), ".xml" },
            { Encoding.UTF8.GetBytes("Kính gửi: các công đoàn cơ sở\r\n"), ".txt" },
            { Encoding.UTF8.GetBytes("x" + new string('đ', 100_000)), ".txt" },
            { [1, 2, 3, 0], ".bin" },
            { [(byte)'P', (byte)'K', 3, 4, 0, 0], ".zip" },
            { Compound("WordDocument"), ".doc" },
            { Compound("Workbook"), ".xls" },
        };

    [Theory]
    [MemberData(nameof(Contents))]
    public void Marks_tell_the_kind(byte[] content, string extension) => Assert.Equal(extension, Kind(content).Extension);

    [Theory]
    [InlineData("anh.pdf", true)]
    [InlineData("anh.JPEG", false)]
    [InlineData("anh", false)]
    public void A_name_that_promises_something_else_is_noticed(string name, bool mislabelled) =>
        Assert.Equal(mislabelled, FileKind.Jpeg.Mislabelled(name));

    [Fact]
    public void What_bears_no_marks_may_bear_any_name_but_a_marked_one()
    {
        Assert.False(FileKind.Text.Mislabelled("bang.csv"));
        Assert.True(FileKind.Text.Mislabelled("van-ban.pdf"));
        Assert.True(FileKind.Unknown.Mislabelled("van-ban.docx"));
    }

    internal static byte[] Compound(string stream)
    {
        var file = new byte[1024];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Encoding.Unicode.GetBytes(stream).CopyTo(file, 512);
        return file;
    }

    private static FileKind Kind(byte[] content) => FileSniffer.Detect(new MemoryStream(content));
}
