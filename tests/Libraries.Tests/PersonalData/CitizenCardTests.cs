using DoanKet.PersonalData;

namespace DoanKet.Libraries.Tests.PersonalData;

public sealed class CitizenCardTests
{
    [Theory]
    [InlineData("040185001234|186123456|Nguyễn Thị An|05031985|Nữ|Xóm 3, Nghi Phú, Vinh, Nghệ An|25082021")]
    [InlineData("040185001234||NGUYỄN THỊ AN|05031985|nữ|Xóm 3, Nghi Phú, Vinh, Nghệ An|25082021||Nguyễn Văn B|Trần Thị C\r\n")]
    public void The_code_of_a_card_is_read_with_and_without_what_newer_ones_add(string scanned)
    {
        var card = CitizenCard.Read(scanned);
        Assert.NotNull(card);
        Assert.Equal("040185001234", card.Number.Digits);
        Assert.Equal("Nguyễn Thị An", card.FullName);
        Assert.Equal(new DateOnly(1985, 3, 5), card.BornOn);
        Assert.Equal(Sex.Female, card.Sex);
        Assert.Equal("Xóm 3, Nghi Phú, Vinh, Nghệ An", card.Address);
        Assert.Equal(new DateOnly(2021, 8, 25), card.IssuedOn);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://example.vn")]
    [InlineData("040185001234|186123456|Nguyễn Thị An")]
    [InlineData("40185001234||Nguyễn Thị An|05031985|Nữ|Vinh|25082021")]
    [InlineData("040185001234||Nguyễn Thị An|31021985|Nữ|Vinh|25082021")]
    [InlineData("040185001234||Nguyễn Thị An|05031985|Khác|Vinh|25082021")]
    [InlineData("040185001234|||05031985|Nữ|Vinh|25082021")]
    public void What_is_no_card_is_not_guessed_at(string? scanned) => Assert.Null(CitizenCard.Read(scanned));
}
