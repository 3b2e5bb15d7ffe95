using CsCheck;
using DoanKet.Kernel;

namespace DoanKet.Ui.Tests;

public sealed class DayTextTests
{
    [Theory]
    [InlineData("05/03/2026")]
    [InlineData("5/3/2026")]
    [InlineData(" 5-3-26 ")]
    [InlineData("5.3.2026")]
    [InlineData("05032026")]
    [InlineData("050326")]
    [InlineData("2026-03-05")]
    public void A_day_is_read_as_people_type_it(string typed)
    {
        Assert.True(DayText.TryRead(typed, out var day));
        Assert.Equal(new DateOnly(2026, 3, 5), day);
    }

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("13/13/2026")]
    [InlineData("hôm qua")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_day_is_refused(string? typed) => Assert.False(DayText.TryRead(typed, out _));

    [Fact]
    public void Every_day_is_read_back_as_it_is_shown() =>
        Gen.DateOnly.Sample(day => DayText.TryRead(day.ToString("dd/MM/yyyy"), out var read) && read == day);
}
