using DoanKet.OfficialFormat;

namespace DoanKet.Libraries.Tests.OfficialFormat;

public sealed class NameCasingTests
{
    [Theory]
    [InlineData("CHÍNH PHỦ", "Chính phủ")]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "Ủy ban nhân dân tỉnh Nghệ An")]
    [InlineData("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "Tổng Liên đoàn Lao động Việt Nam")]
    [InlineData("LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ VINH", "Liên đoàn Lao động thành phố Vinh")]
    [InlineData("CÔNG ĐOÀN CƠ SỞ CÔNG TY TNHH MTV HOÀNG MAI", "Công đoàn cơ sở Công ty TNHH MTV Hoàng Mai")]
    [InlineData("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch")]
    [InlineData("SỞ NỘI VỤ", "Sở Nội vụ")]
    [InlineData("KT. CHỦ TỊCH", "KT. Chủ tịch")]
    [InlineData("PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Phó Chủ tịch Thường trực")]
    [InlineData("THỦ TƯỚNG", "Thủ tướng")]
    [InlineData("TRƯỜNG TIỂU HỌC SỐ 2", "Trường Tiểu học số 2")]
    [InlineData("ĐẢNG ỦY, CHI BỘ", "Đảng ủy, Chi bộ")]
    [InlineData("Sở Nội vụ", "Sở Nội vụ")]
    [InlineData("", "")]
    public void Capitals_become_a_name_in_running_text(string printed, string written) => Assert.Equal(written, NameCasing.Of(printed));
}
