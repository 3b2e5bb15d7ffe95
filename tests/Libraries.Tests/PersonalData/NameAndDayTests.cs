using CsCheck;
using DoanKet.PersonalData;

namespace DoanKet.Libraries.Tests.PersonalData;

public sealed class NameAndDayTests
{
    [Theory]
    [InlineData("NGUYỄN  VĂN AN", "Nguyễn Văn An")]
    [InlineData("trần thị bình", "Trần Thị Bình")]
    [InlineData("Hồ Y H'MÔNG", "Hồ Y H'Mông")]
    [InlineData("KSOR H'LAN", "Ksor H'Lan")]
    [InlineData("NGUYễN VăN AN", "Nguyễn Văn An")]
    [InlineData("Lê Văn  Nam", "Lê Văn Nam")]
    public void A_name_is_written_as_names_are(string typed, string name) => Assert.Equal(name, PersonName.Tidy(typed));

    [Theory]
    [InlineData("Nguyễn Văn An, Trần Thị Bình", true)]
    [InlineData("Nguyễn Văn An\nTrần Thị Bình", true)]
    [InlineData("Nguyễn Văn An và Trần Thị Bình", true)]
    [InlineData("Nguyễn Văn An", false)]
    [InlineData("Nguyễn Văn An, Tổ 1", false)]
    public void Two_people_in_one_cell_are_seen(string cell, bool several) => Assert.Equal(several, PersonName.HoldsSeveral(cell));

    [Fact]
    public void Keys_of_a_name_begin_with_what_people_type_of_it()
    {
        Assert.Equal("an van nguyen", PersonName.Backward("Nguyễn Văn An"));
        Assert.Equal("an nguyen", PersonName.Ends("Nguyễn Văn An"));
        Assert.Equal("an", PersonName.Ends("An"));
    }

    [Theory]
    [InlineData("05/03/1985", "05/03/1985", DayReading.Plain)]
    [InlineData("5.3.85", "05/03/1985", DayReading.ShortYear)]
    [InlineData("1985-03-05", "05/03/1985", DayReading.Plain)]
    [InlineData("19850305", "05/03/1985", DayReading.Plain)]
    [InlineData("03/25/1985", "25/03/1985", DayReading.MonthFirst)]
    [InlineData("31111", "05/03/1985", DayReading.Serial)]
    [InlineData("1985", "1985", DayReading.YearOnly)]
    [InlineData("1/1/30", "01/01/1930", DayReading.ShortYear)]
    public void A_day_is_read_as_it_was_meant(string typed, string day, DayReading reading)
    {
        var read = WrittenDay.Read(typed, monthFirst: false, latest: 2026)!.Value;
        Assert.Equal(day, read.Day.ToString());
        Assert.Equal(reading, read.Reading);
    }

    [Theory]
    [InlineData("")]
    [InlineData("31/02/1985")]
    [InlineData("tháng 3 năm 1985")]
    [InlineData("1/1/1700")]
    [InlineData("123")]
    public void What_is_no_day_is_none(string typed) => Assert.Null(WrittenDay.Read(typed, false, 2026));

    [Fact]
    public void Every_day_written_in_any_usual_way_is_read_as_itself() =>
        Gen.Int[0, 50_000]
            .Select(days => new DateOnly(1930, 1, 1).AddDays(days))
            .Where(day => day.Year <= 2026)
            .Sample(day =>
            {
                foreach (var form in (string[])["dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d-M-yyyy", "yyyy-MM-dd", "yyyyMMdd"])
                    Assert.Equal(day, WrittenDay.Read(day.ToString(form, null), false, 2026)!.Value.Day.Day);
                Assert.Equal(day, WrittenDay.Read(day.ToString("MM/dd/yyyy", null), true, 2026)!.Value.Day.Day);
            });
}
