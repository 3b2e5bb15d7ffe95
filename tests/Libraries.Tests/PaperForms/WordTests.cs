using System.IO.Compression;
using System.Text;
using DoanKet.DocumentReading;
using DoanKet.Libraries.Tests.DocumentReading;
using DoanKet.OfficialFormat;
using DoanKet.PaperForms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DoanKet.Libraries.Tests.PaperForms;

/// <summary>Letters written as Word files, and forms filled.</summary>
public sealed class WordTests
{
    private static readonly LetterPaper Plan = new()
    {
        Superior = "Tổng Liên đoàn Lao động Việt Nam",
        Issuer = "Liên đoàn Lao động tỉnh Thử nghiệm",
        Number = "Số: 18/KH-LĐLĐ",
        PlaceAndDay = "Thử nghiệm, ngày 05 tháng 3 năm 2026",
        Kind = "Kế hoạch",
        Subject = "Tổ chức Tháng Công nhân năm 2026",
        Paragraphs = ["Ban Thường vụ xây dựng kế hoạch với các nội dung sau."],
        SignerPosition = ["TM. Ban Thường vụ", "Chủ tịch"],
        SignerName = "Người Ký Một",
        Recipients = ["Như trên;", "Lưu: VT."],
    };

    [Fact]
    public void A_letter_is_a_sound_Word_file_and_reads_as_what_it_was_written_from()
    {
        var file = WordLetter.Write(Plan);
        Assert.Empty(Faults(file));
        var read = OfficialReader.Read(Read(file).Heading);
        Assert.Equal(("18", "KH-LĐLĐ"), (read.Number!.Value.Number, read.Number.Value.Notation));
        Assert.Equal((new DateOnly(2026, 3, 5), "KH"), (read.IssuedOn!.Value, read.Kind!.Value.Code));
        Assert.Equal("Tổ chức Tháng Công nhân năm 2026", read.Subject!.Value);
        Assert.Equal("Liên đoàn Lao động tỉnh Thử nghiệm", read.Issuer!.Value, ignoreCase: true);
        Assert.Equal("Người Ký Một", read.SignerName!.Value);
    }

    [Fact]
    public void A_letter_without_a_kind_bears_its_subject_under_the_number()
    {
        var file = WordLetter.Write(
            new()
            {
                Issuer = "Công đoàn cơ sở Thử nghiệm",
                Number = "Số: ……/CĐCS",
                PlaceAndDay = "……, ngày … tháng … năm 2026",
                Subject = "V/v xin ý kiến",
                Paragraphs = ["……"],
            }
        );
        Assert.Empty(Faults(file));
        Assert.Contains("Kính gửi", Read(file).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_are_filled_also_when_Word_has_cut_them_into_pieces_and_what_is_unknown_stays()
    {
        var form = Form(["Về {{TRÍCH", " yếu}} của ", "{{co quan}}"], ["{{chưa biết}} và {{ngày tháng}}, {{ngày tháng}}"]);
        Assert.Equal(["TRÍCH yếu", "co quan", "chưa biết", "ngày tháng"], WordForm.PlacesOf(new MemoryStream(form)));
        var filled = WordForm.Fill(
            new MemoryStream(form),
            new Dictionary<string, string>
            {
                ["trích yếu"] = "đại hội <công đoàn> {{cơ quan}}",
                ["cơ quan"] = "LIÊN ĐOÀN",
                ["ngày tháng"] = "ngày 5",
            }
        );
        Assert.Empty(Faults(filled));
        Assert.Equal(["Về đại hội <công đoàn> {{cơ quan}} của LIÊN ĐOÀN", "{{chưa biết}} và ngày 5, ngày 5"], ParagraphsOf(filled));
    }

    [Theory]
    [InlineData("không phải tệp Word"), InlineData("")]
    public void What_is_no_Word_file_is_said_to_be_none(string content) =>
        Assert.Throws<InvalidDataException>(() => WordForm.PlacesOf(new MemoryStream(Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void A_file_that_unpacks_to_more_than_it_may_is_refused()
    {
        var form = Form([new string('a', 11_000_000)]);
        Assert.InRange(form.Length, 1, 200_000);
        Assert.Throws<InvalidDataException>(() => WordForm.PlacesOf(new MemoryStream(form)));
        Assert.Throws<InvalidDataException>(() => WordForm.Fill(new MemoryStream(form), new Dictionary<string, string>()));
    }

    [Fact]
    public void A_file_that_nests_without_end_is_refused_before_anything_walks_into_it()
    {
        using var file = new MemoryStream();
        file.Write(Form(["x"]));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("word/document.xml")!.Delete();
            using var part = new StreamWriter(archive.CreateEntry("word/document.xml").Open());
            const string Start = "<w:tbl><w:tr><w:tc>",
                End = "</w:tc></w:tr></w:tbl>";
            part.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
            part.Write(string.Concat(Enumerable.Repeat(Start, 100_000)) + string.Concat(Enumerable.Repeat(End, 100_000)));
            part.Write("</w:body></w:document>");
        }
        Assert.Throws<InvalidDataException>(() => WordForm.PlacesOf(new MemoryStream(file.ToArray())));
    }

    /// <summary>A Word file; each paragraph in pieces of their own look.</summary>
    private static byte[] Form(params string[][] paragraphs)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new(
                new Body(
                    paragraphs.Select(pieces => new Paragraph(
                        pieces.Select(piece => new Run(new Text(piece) { Space = SpaceProcessingModeValues.Preserve }))
                    ))
                )
            );
        return file.ToArray();
    }

    private static List<string> ParagraphsOf(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return [.. document.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(p => p.InnerText)];
    }

    private static ReadResult Read(byte[] content)
    {
        using var file = new TemporaryFile(content);
        return DocumentReader.Read(file.Path, ReadingLimits.Default);
    }

    private static List<string> Faults(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => error.Description)];
    }
}
