using DoanKet.OfficialFormat;

namespace DoanKet.Libraries.Tests.OfficialFormat;

public sealed class OfficialReaderTests
{
    [Theory]
    [InlineData("BAN TUYÊN GIÁO - NỮ CÔNG", "BAN TUYÊN GIÁO - NỮ CÔNG, LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN")]
    [InlineData("ỦY BAN KIỂM TRA", "ỦY BAN KIỂM TRA, LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN")]
    [InlineData("BAN QUẢN LÝ KHU KINH TẾ", "BAN QUẢN LÝ KHU KINH TẾ")]
    [InlineData("CÔNG ĐOÀN XÃ ĐÔNG HÒA", "CÔNG ĐOÀN XÃ ĐÔNG HÒA")]
    public void A_board_keeps_the_body_it_belongs_to(string issuer, string full)
    {
        var read = OfficialReader.Read(
            $"LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{issuer}   Độc lập - Tự do - Hạnh phúc\n"
                + "Số: 12/TGNC   Lam Sơn, ngày 05 tháng 3 năm 2026\nV/v đôn đốc\n"
        );
        Assert.Equal((issuer, full), (read.Issuer!.Value, read.FullIssuer!.Value));
        Assert.Equal("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN", read.SuperiorBody!.Value);
    }

    [Theory]
    [InlineData("trong vòng 15 ngày làm việc kể từ ngày ký", "2026-03-26")]
    [InlineData("trong thời hạn 10 (mười) ngày, kể từ ngày ban hành", "2026-03-15")]
    [InlineData("trong 5 ngày từ ngày nhận được văn bản", null)]
    [InlineData("trong vòng 0 ngày kể từ ngày ký", null)]
    [InlineData("trong vòng 999 ngày kể từ ngày ký", null)]
    public void A_time_limit_runs_from_the_day_of_issue(string words, string? day)
    {
        var read = OfficialReader.Read($"Số: 12/LĐLĐ   Lam Sơn, ngày 05 tháng 3 năm 2026\nV/v đôn đốc\n\nĐề nghị báo cáo {words}.\n");
        Assert.Equal(day, read.Deadlines.SingleOrDefault()?.Value.Day.ToString("O"));
    }

    [Fact]
    public void A_letter_with_both_columns_on_one_line()
    {
        var read = OfficialReader.Read(Samples.Letter);
        Assert.Equal("05/LĐLĐ-TGNC", read.Number?.Value.Text);
        Assert.Equal(new DateOnly(2026, 2, 5), read.IssuedOn?.Value);
        Assert.Equal("Lam Sơn", read.Place?.Value);
        Assert.Equal("BAN TUYÊN GIÁO - NỮ CÔNG", read.Issuer?.Value);
        Assert.Equal("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN", read.SuperiorBody?.Value);
        Assert.Equal("CV", read.Kind?.Value.Code);
        Assert.Equal("đôn đốc triển khai phần mềm quản lý văn bản tại cơ sở", read.Subject?.Value);
        Assert.Equal(UrgencyMark.Express, read.Urgency?.Value);
        Assert.Null(read.Secrecy);
        Assert.Equal(
            ["Liên đoàn Lao động các xã, phường", "Công đoàn ngành Giáo dục, Công đoàn ngành Y tế", "Các công đoàn cơ sở trực thuộc"],
            Values(read.Addressees)
        );
        Assert.Equal(["Như trên", "Thường trực LĐLĐ tỉnh (để báo cáo)", "Lưu: VT, TGNC"], Values(read.Recipients));
        Assert.Equal([new DateOnly(2026, 6, 15), new DateOnly(2026, 5, 20)], read.Deadlines.Select(d => d.Value.Day));
        AssertSigned(read, "TL. BAN THƯỜNG VỤ", "TRƯỞNG BAN", "Nguyễn Thị Mẫu");
    }

    [Fact]
    public void An_invitation_in_reading_order()
    {
        var read = OfficialReader.Read(Samples.Invitation);
        Assert.Equal("12/GM-LĐLĐ", read.Number?.Value.Text);
        Assert.Equal(new DateOnly(2026, 11, 9), read.IssuedOn?.Value);
        Assert.Equal("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN", read.Issuer?.Value);
        Assert.Equal("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", read.SuperiorBody?.Value);
        Assert.Equal("Giấy mời", read.Kind?.Value.Name);
        Assert.StartsWith(
            "Dự Hội nghị tổng kết công tác nữ công và biểu dương cán bộ công đoàn",
            read.Subject?.Value,
            StringComparison.Ordinal
        );
        Assert.Empty(read.Deadlines);
        AssertSigned(read, "TM. BAN THƯỜNG VỤ, KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Thử");
    }

    [Fact]
    public void A_plan_without_a_gap_between_the_columns()
    {
        var read = OfficialReader.Read(Samples.Plan);
        Assert.Equal("07/KH-CĐCS", read.Number?.Value.Text);
        Assert.Equal(new DateOnly(2025, 12, 20), read.IssuedOn?.Value);
        Assert.Equal("CÔNG ĐOÀN CƠ SỞ CÔNG TY MAY MẪU", read.Issuer?.Value);
        Assert.Equal("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN", read.SuperiorBody?.Value);
        Assert.Equal("Thực hiện tháng hành động về an toàn lao động", read.Subject?.Value);
        Assert.Equal([new DateOnly(2026, 1, 10), new DateOnly(2026, 2, 5)], read.Deadlines.Select(d => d.Value.Day));
        Assert.Equal(Confidence.Guess, read.Deadlines[0].Confidence);
        Assert.Equal("Lê Thị Thí Dụ", read.SignerName?.Value);
    }

    [Fact]
    public void A_document_of_the_Party()
    {
        var read = OfficialReader.Read(Samples.Party);
        Assert.Equal(("06-NQ/TU", NumberGrammar.Party), (read.Number!.Value.Text, read.Number.Value.Grammar));
        Assert.Equal("Lam Sơn", read.Place?.Value);
        Assert.Equal("BAN CHẤP HÀNH", read.Issuer?.Value);
        Assert.Equal("ĐẢNG BỘ TỈNH LAM SƠN", read.SuperiorBody?.Value);
        Assert.Equal("về phát triển khoa học và công nghệ giai đoạn 2026 - 2030", read.Subject?.Value);
        Assert.Equal(["Ban Bí thư (báo cáo)", "Các đảng ủy trực thuộc", "Lưu Văn phòng Tỉnh ủy"], Values(read.Recipients));
        AssertSigned(read, "T/M BAN CHẤP HÀNH", "BÍ THƯ", "Phạm Văn Giả Định");
    }

    [Fact]
    public void The_decree_itself()
    {
        var read = OfficialReader.Read(Samples.Decree);
        Assert.Equal("30/2020/NĐ-CP", read.Number?.Value.Text);
        Assert.Equal(new DateOnly(2020, 3, 5), read.IssuedOn?.Value);
        Assert.Equal("CHÍNH PHỦ", read.Issuer?.Value);
        Assert.Null(read.SuperiorBody);
        Assert.Equal("Nghị định", read.Kind?.Value.Name);
        Assert.Equal("Về công tác văn thư", read.Subject?.Value);
        Assert.Equal(
            ["Ban Bí thư Trung ương Đảng", "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "Lưu: VT, HC (2)"],
            Values(read.Recipients)
        );
        Assert.Equal(("TM. CHÍNH PHỦ", "THỦ TƯỚNG"), (read.SignerAuthority?.Value, read.SignerPosition?.Value));
    }

    [Fact]
    public void A_draft_gives_its_notation_and_no_number_or_date()
    {
        var read = OfficialReader.Read(Samples.Draft);
        Assert.Null(read.Number);
        Assert.Null(read.IssuedOn);
        Assert.Equal("BC-LĐLĐ", read.Notation?.Value);
        Assert.Equal("Lam Sơn", read.Place?.Value);
        Assert.Equal("BC", read.Kind?.Value.Code);
        Assert.Equal("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN", read.Issuer?.Value);
        Assert.Equal("Sơ kết 5 năm thực hiện Nghị quyết", read.Subject?.Value);
    }

    [Theory]
    [InlineData(
        "Kính gửi: Ban Thường vụ Liên đoàn\nLao động tỉnh Lam Sơn\n\nNăm 2026, các cấp công đoàn",
        "Ban Thường vụ Liên đoàn Lao động tỉnh Lam Sơn"
    )]
    [InlineData("Kính gửi: Ban Thường vụ\nThực hiện kế hoạch", "Ban Thường vụ")]
    [InlineData(
        "Kính gửi:   Công đoàn ngành Giáo dục;\n     Công đoàn ngành Y tế.\n   Đề nghị gửi báo cáo",
        "Công đoàn ngành Giáo dục|Công đoàn ngành Y tế"
    )]
    [InlineData("Kính gửi:\n- Ban Tổ chức;\n- Văn phòng;\n\nNăm 2026, các cấp công đoàn", "Ban Tổ chức|Văn phòng")]
    public void Addressees_end_where_the_body_begins(string text, string addressees) =>
        Assert.Equal(addressees.Split('|'), Values(OfficialReader.Read(text).Addressees));

    [Theory]
    [InlineData("Số:        -KH/TU\nNội dung", "KH/TU", "KH")]
    [InlineData("Số: ……/TTr-LĐLĐ\nNội dung", "TTr-LĐLĐ", "TTr")]
    [InlineData("Số:     /LĐLĐ\nNội dung", "LĐLĐ", "CV")]
    public void A_blank_number_still_tells_the_kind(string text, string notation, string kind)
    {
        var read = OfficialReader.Read(text);
        Assert.Null(read.Number);
        Assert.Equal((notation, kind), (read.Notation?.Value, read.Kind?.Value.Code));
    }

    [Fact]
    public void A_report_whose_left_column_is_missing()
    {
        var read = OfficialReader.Read(Samples.Report);
        Assert.Equal("BC-LĐLĐ", read.Notation?.Value);
        Assert.Null(read.Issuer);
        Assert.Equal("Báo cáo", read.Kind?.Value.Name);
        Assert.Equal("Sơ kết 5 năm thực hiện Nghị quyết số 06-NQ/TU, ngày 14/12/2021 của Ban chấp hành Đảng bộ tỉnh", read.Subject?.Value);
        Assert.Equal(["Sở Khoa học và Công nghệ", "Thường trực LĐLĐ tỉnh", "Lưu VT, TGNC"], Values(read.Recipients));
        AssertSigned(read, "TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu");
    }

    [Theory]
    [InlineData("MẬT", SecrecyMark.Secret)]
    [InlineData("TUYỆT MẬT", SecrecyMark.UtmostSecret)]
    public void A_secrecy_stamp_is_seen_and_is_no_part_of_the_issuer(string stamp, SecrecyMark mark)
    {
        var read = OfficialReader.Read(stamp + "\n" + Samples.Decree);
        Assert.Equal(mark, read.Secrecy?.Value);
        Assert.Equal("CHÍNH PHỦ", read.Issuer?.Value);
    }

    [Fact]
    public void The_place_of_a_value_is_where_its_words_begin()
    {
        var read = OfficialReader.Read(Samples.Decree);
        Assert.Equal("Số: 30/2020/NĐ-CP", read.Number?.Snippet);
        Assert.Equal(Samples.Decree.IndexOf("Số: 30", StringComparison.Ordinal), read.Number?.Offset);
    }

    private static IEnumerable<string> Values(IReadOnlyList<Reading<string>> readings) => readings.Select(r => r.Value);

    private static void AssertSigned(OfficialReading read, string authority, string position, string name) =>
        Assert.Equal((authority, position, name), (read.SignerAuthority?.Value, read.SignerPosition?.Value, read.SignerName?.Value));
}
