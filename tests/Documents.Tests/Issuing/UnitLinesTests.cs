using DoanKet.Modules.Documents.Issuing;

namespace DoanKet.Documents.Tests.Issuing;

/// <summary>What people paste, and what it must come to.</summary>
public sealed class UnitLinesTests
{
    private readonly UnitLines _lines = new([
        .. new[]
        {
            ("LDLD", "Liên đoàn Lao động tỉnh Nghệ An"),
            ("H01", "Liên đoàn Lao động thành phố Vinh"),
            ("H02", "Liên đoàn Lao động huyện Thử"),
            ("CS0500", "CĐCS Trường Tiểu học Thử 1"),
            ("CS0501", "CĐCS Trường Tiểu học Thử 2"),
            ("CS0502", "CĐCS Công ty TNHH Thử - Chi nhánh Bắc"),
            ("CS0503", "CĐCS Trạm y tế"),
            ("CS0504", "CĐCS Trạm y tế"),
        }.Select(u => new NamedUnit(Guid.NewGuid(), u.Item1, u.Item2)),
    ]);

    [Theory]
    [
        InlineData("CS0500", "CS0500"),
        InlineData("cs 0500", "CS0500"),
        InlineData("1. CS0500", "CS0500"),
        InlineData("(2) CS0500", "CS0500"),
        InlineData("12/ CĐCS Trường Tiểu học Thử 1", "CS0500"),
        InlineData("CS0501 - tên viết khác", "CS0501"),
        InlineData("CS0501 CĐCS Trường Tiểu học Thử 2", "CS0501"),
        InlineData("CĐCS Trường Tiểu học Thử 2 (CS0501)", "CS0501"),
        InlineData("3\tCS0501\tCĐCS Trường Tiểu học Thử 2\tghi chú", "CS0501"),
        InlineData("CĐCS Trường Tiểu học Thử 2\tCS0501", "CS0501"),
        InlineData("cdcs truong tieu hoc thu 2", "CS0501"),
        InlineData("Công đoàn cơ sở trường tiểu học Thử 2", "CS0501"),
        InlineData("LĐLĐ TP.Vinh", "H01"),
        InlineData("4 - LĐLĐ Thành phố Vinh", "H01"),
        InlineData("CĐCS Công ty TNHH Thử - Chi nhánh Bắc", "CS0502"),
        InlineData("CĐCS Trạm y tế, CS0504", "CS0504")
    ]
    public void A_line_is_understood_as_it_was_meant(string line, string code) =>
        Assert.Equal([code], _lines.Find(line).Select(u => u.Code));

    [Theory]
    [
        InlineData("LĐLĐ huyện Lạ"),
        InlineData("CĐCS Trường Tiểu học Thử 1, huyện Lạ"),
        InlineData("LĐLĐ - phòng họp"),
        InlineData("Ghi chú: gửi trước ngày 15"),
        InlineData("12"),
        InlineData("-")
    ]
    public void What_is_not_certain_is_not_guessed(string line) => Assert.Empty(_lines.Find(line));

    [Theory]
    [InlineData("CĐCS Trạm y tế", "CS0503 CS0504"), InlineData("CS0500 - CĐCS Trường Tiểu học Thử 2", "CS0500 CS0501")]
    public void A_line_that_fits_several_is_asked_about(string line, string codes) =>
        Assert.Equal(codes, string.Join(' ', _lines.Find(line).Select(u => u.Code)));

    [Theory]
    [
        InlineData("5. CĐCS Trường Tiểu hoc Thủ 22", "CS0501"),
        InlineData("Liên đoàn Lao động Vinh", "H01"),
        InlineData("CĐCS Trường Tiểu học Thử 1, huyện Lạ", "CS0500")
    ]
    public void A_slip_is_answered_with_the_nearest_name(string line, string code)
    {
        Assert.Empty(_lines.Find(line));
        Assert.Equal(code, _lines.Nearest(line)[0].Code);
    }

    [Fact]
    public void What_is_like_nothing_is_offered_nothing() => Assert.Empty(_lines.Nearest("Kính gửi quý cơ quan"));
}
