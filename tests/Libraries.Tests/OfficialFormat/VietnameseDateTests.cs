using CsCheck;
using DoanKet.OfficialFormat;

namespace DoanKet.Libraries.Tests.OfficialFormat;

public sealed class VietnameseDateTests
{
    private static readonly Gen<DateOnly> Dates = Gen.Int[new DateOnly(1945, 9, 2).DayNumber, new DateOnly(2100, 1, 1).DayNumber]
        .Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("ngày 05 tháng 3 năm 2020")]
    [InlineData("Ngày 5  tháng 03 năm 2020")]
    [InlineData("05/3/2020")]
    [InlineData(" ngày 5.3.2020 ")]
    [InlineData("5 - 3 - 2020")]
    public void The_usual_writings_are_read(string text)
    {
        Assert.True(VietnameseDate.TryRead(text, out var date));
        Assert.Equal(new DateOnly(2020, 3, 5), date);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ngày tháng 7 năm 2021")]
    [InlineData("31/4/2026")]
    [InlineData("29/02/2025")]
    [InlineData("5/3")]
    [InlineData("5/3/20")]
    [InlineData("00/13/2020")]
    public void Days_that_do_not_exist_are_refused(string? text) => Assert.False(VietnameseDate.TryRead(text, out _));

    [Theory]
    [InlineData(2026, 2, 5, "ngày 05 tháng 02 năm 2026")]
    [InlineData(2026, 3, 15, "ngày 15 tháng 3 năm 2026")]
    [InlineData(2026, 11, 9, "ngày 09 tháng 11 năm 2026")]
    public void Dates_are_written_as_the_decree_asks(int year, int month, int day, string text) =>
        Assert.Equal(text, VietnameseDate.Format(new DateOnly(year, month, day)));

    [Fact]
    public void A_written_date_is_read_back() =>
        Dates.Sample(date => VietnameseDate.TryRead(VietnameseDate.Format(date), out var read) && read == date);
}
