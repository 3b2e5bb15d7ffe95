using DoanKet.DocumentReading;
using DoanKet.Libraries.Tests.DocumentReading;
using DoanKet.OfficialFormat;
using DoanKet.PaperForms;

namespace DoanKet.Libraries.Tests.PaperForms;

/// <summary>A letter that was drawn reads as what it was drawn from.</summary>
public sealed class LetterPaperTests
{
    private static readonly LetterPaper Plan = new()
    {
        Superior = "Tổng Liên đoàn Lao động Việt Nam",
        Issuer = "Liên đoàn Lao động tỉnh Thử nghiệm",
        Number = "Số: 18/KH-LĐLĐ",
        PlaceAndDay = "Thử nghiệm, ngày 05 tháng 3 năm 2026",
        Kind = "Kế hoạch",
        Subject = "Tổ chức Tháng Công nhân năm 2026",
        Paragraphs =
        [
            "Thực hiện chương trình công tác năm, Ban Thường vụ xây dựng kế hoạch với các nội dung sau.",
            "Đề nghị các đơn vị báo cáo kết quả trước ngày 20/03/2026.",
        ],
        SignerPosition = ["TM. Ban Thường vụ", "KT. Chủ tịch", "Phó Chủ tịch"],
        SignerName = "Người Ký Một",
        Recipients = ["Như trên;", "Lưu: VT."],
        Foot = "Văn bản trình diễn",
    };

    [Fact]
    public void A_plan_reads_as_it_was_written()
    {
        var read = OfficialReader.Read(Read(Plan).Heading);
        Assert.Equal(("18", "KH-LĐLĐ"), (read.Number!.Value.Number, read.Number.Value.Notation));
        Assert.Equal((new DateOnly(2026, 3, 5), "KH"), (read.IssuedOn!.Value, read.Kind!.Value.Code));
        Assert.Equal("Tổ chức Tháng Công nhân năm 2026", read.Subject!.Value);
        Assert.Equal("Liên đoàn Lao động tỉnh Thử nghiệm", read.Issuer!.Value, ignoreCase: true);
        Assert.Equal("Tổng Liên đoàn Lao động Việt Nam", read.SuperiorBody!.Value, ignoreCase: true);
        Assert.Equal("Người Ký Một", read.SignerName!.Value);
        Assert.Equal("Phó Chủ tịch", read.SignerPosition!.Value, ignoreCase: true);
        Assert.Equal(new DateOnly(2026, 3, 20), Assert.Single(read.Deadlines).Value.Day);
    }

    [Fact]
    public void A_letter_without_a_kind_reads_as_one()
    {
        var read = OfficialReader.Read(
            Read(
                new()
                {
                    Issuer = "Sở Nội vụ",
                    Number = "Số: 512/SNV",
                    PlaceAndDay = "Thử nghiệm, ngày 12 tháng 10 năm 2026",
                    Subject = "V/v phối hợp kiểm tra việc chấp hành pháp luật lao động",
                    Addressees = ["Liên đoàn Lao động tỉnh Thử nghiệm"],
                    Paragraphs =
                    [
                        "Thực hiện chương trình công tác năm, Sở Nội vụ đề nghị Liên đoàn Lao động tỉnh cử người tham gia đoàn kiểm tra "
                            + "liên ngành.",
                    ],
                    SignerPosition = ["Giám đốc"],
                    SignerName = "Người Ký Hai",
                }
            ).Heading
        );
        Assert.Equal(("512", "SNV", "CV"), (read.Number!.Value.Number, read.Number.Value.Notation, read.Kind!.Value.Code));
        Assert.Equal(
            "phối hợp kiểm tra việc chấp hành pháp luật lao động",
            read.Subject!.Value.Replace("V/v ", "", StringComparison.Ordinal),
            ignoreCase: true
        );
        Assert.Equal("Liên đoàn Lao động tỉnh Thử nghiệm", Assert.Single(read.Addressees).Value);
    }

    [Fact]
    public void A_long_letter_goes_on_over_pages_and_keeps_its_end_together()
    {
        var read = Read(
            new()
            {
                Issuer = "Sở Nội vụ",
                Number = "Số: 1/SNV",
                PlaceAndDay = "Thử nghiệm, ngày 12 tháng 10 năm 2026",
                Subject = "V/v dài",
                Paragraphs =
                [
                    .. Enumerable
                        .Range(1, 60)
                        .Select(i => $"Mục {i}. " + string.Join(' ', Enumerable.Repeat("phổ biến tới đoàn viên, người lao động", 6))),
                ],
                SignerPosition = ["Giám đốc"],
                SignerName = "Người Ký Hai",
                Recipients = ["Như trên;", "Lưu: VT."],
            }
        );
        Assert.True(read.Pages > 2);
        Assert.All(Enumerable.Range(1, 60), i => Assert.Contains($"Mục {i}. ", read.Text));
        Assert.Equal("Người Ký Hai", OfficialReader.Read(read.Text).SignerName!.Value);
    }

    private static ReadResult Read(LetterPaper letter)
    {
        using var target = new MemoryStream();
        letter.Write(target);
        using var file = new TemporaryFile(target.ToArray());
        var read = DocumentReader.Read(file.Path, ReadingLimits.Default);
        Assert.Equal(ReadStatus.Read, read.Status);
        return read;
    }
}
