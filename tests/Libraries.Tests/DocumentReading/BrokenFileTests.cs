using System.IO.Compression;
using System.Text;
using DoanKet.DocumentReading;
using DoanKet.Testing;

namespace DoanKet.Libraries.Tests.DocumentReading;

/// <summary>Whatever is in a file, reading it ends with a status.</summary>
public sealed class BrokenFileTests
{
    private const string ContentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/word/document.xml"
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        </Types>
        """;

    private const string Relationships = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
            Target="word/document.xml"/>
        </Relationships>
        """;

    private static readonly byte[] Decree = File.ReadAllBytes(Decree30.PathOf("30_2020_ND_CP.pdf"));

    [Fact]
    public void A_download_that_broke_off_is_read_as_far_as_it_goes_or_called_damaged()
    {
        for (var i = 0; i < 30; i++)
            Assert.Contains(
                Read(Decree[..(Decree.Length * i / 30)]).Status,
                new[] { ReadStatus.Read, ReadStatus.Damaged, ReadStatus.NoText, ReadStatus.Unsupported }
            );
    }

    [Fact]
    public void Damaged_bytes_never_break_the_reader()
    {
        var random = new Random(30_2020);
        for (var i = 0; i < 200; i++)
        {
            var copy = Decree.ToArray();
            for (var n = random.Next(1, 60); n > 0; n--)
                copy[random.Next(copy.Length)] = (byte)random.Next(256);
            var result = Read(copy);
            Assert.True(result.Status != ReadStatus.Read || result.Text.Length > 0, $"mutation {i}: {result.Status}");
        }
    }

    [Fact]
    public void A_tree_of_pages_that_contains_itself_ends()
    {
        var result = Read(Pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"));
        Assert.NotEqual(ReadStatus.Read, result.Status);
    }

    [Fact]
    public void A_PDF_without_words_has_no_text()
    {
        var result = Read(
            Pdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
            )
        );
        Assert.Equal((ReadStatus.NoText, 1), (result.Status, result.Pages));
    }

    [Fact]
    public void A_DOCX_that_unpacks_to_too_much_is_not_unpacked()
    {
        var result = Read(Docx("<w:document>" + new string(' ', 4_000_000)), new ReadingLimits { MaxUnpackedBytes = 1_000_000 });
        Assert.Equal(ReadStatus.TooLarge, result.Status);
    }

    [Fact]
    public void A_DOCX_whose_XML_declares_entities_is_refused()
    {
        var xml = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxx">]>""" + Word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>");
        var result = Read(Docx(xml));
        Assert.Equal((ReadStatus.Damaged, ""), (result.Status, result.Text));
    }

    [Fact]
    public void A_DOCX_is_cut_at_the_limit_of_characters()
    {
        var xml = Word($"<w:p><w:r><w:t>{new string('a', 5000)}</w:t></w:r></w:p>");
        Assert.Equal(1000, Read(Docx(xml), new ReadingLimits { MaxCharacters = 1000 }).Text.Length);
    }

    [Theory]
    [InlineData("", ReadStatus.Damaged)]
    [InlineData("chữ thuần", ReadStatus.Read)]
    [InlineData("<?xml version=\"1.0\"?><a/>", ReadStatus.Unsupported)]
    public void The_content_decides_not_the_name(string content, ReadStatus status) =>
        Assert.Equal(status, Read(Encoding.UTF8.GetBytes(content)).Status);

    [Fact]
    public void A_locked_Office_file_is_called_locked() =>
        Assert.Equal(ReadStatus.Encrypted, Read(FileSnifferTests.Compound("EncryptedPackage")).Status);

    [Fact]
    public void A_file_that_is_not_there_is_a_status_too() =>
        Assert.Equal(ReadStatus.Damaged, DocumentReader.Read("/no/such/file", ReadingLimits.Default).Status);

    private static string Word(string paragraphs) =>
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + $"<w:body>{paragraphs}</w:body></w:document>";

    private static ReadResult Read(byte[] content, ReadingLimits? limits = null)
    {
        using var file = new TemporaryFile(content, "van-ban.pdf");
        return DocumentReader.Read(file.Path, limits ?? ReadingLimits.Default);
    }

    /// <summary>A file of the given objects, numbered from 1, with a right cross-reference table.</summary>
    private static byte[] Pdf(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var body in objects)
        {
            offsets.Add(text.Length);
            text.Append($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }
        var table = text.Length;
        text.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            text.Append($"{offset:0000000000} 00000 n \n");
        text.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static byte[] Docx(string document)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            Put("[Content_Types].xml", ContentTypes);
            Put("_rels/.rels", Relationships);
            Put("word/document.xml", document);

            void Put(string name, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }
        return memory.ToArray();
    }
}
