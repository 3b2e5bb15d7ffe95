using DoanKet.Ui.Shell;

namespace DoanKet.Ui.Tests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("/van-ban/den?tu-khoa=%C4%91%E1%BA%A1i", "/van-ban/den?tu-khoa=%C4%91%E1%BA%A1i")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("van-ban", "/")]
    [InlineData("//la.example", "/")]
    [InlineData("/\\la.example", "/")]
    [InlineData("https://la.example", "/")]
    [InlineData("/a\r\nLocation: x", "/")]
    // No header can carry it.
    [InlineData("/tìm", "/")]
    public void Only_an_address_of_this_program_is_followed(string? address, string followed) =>
        Assert.Equal(followed, LocalAddress.OrHome(address));

    [Theory]
    [InlineData("/van-ban/den", "/van-ban/den", false)]
    [InlineData("/van-ban/den?sau=1_2&handler=Sheet&trang=3", "/van-ban/den", false)]
    [InlineData("/van-ban/den?loai=&tu-khoa= ", "/van-ban/den", false)]
    [InlineData("/van-ban/den?tu-khoa=b&loai=a&sau=9", "/van-ban/den?loai=a&tu-khoa=b", true)]
    public void The_same_conditions_of_a_list_are_the_same_address(string asked, string expected, bool hasConditions)
    {
        Assert.Equal(expected, ListAddress.Of(asked));
        Assert.Equal(hasConditions, ListAddress.HasConditions(ListAddress.Of(asked)));
        Assert.Equal("/van-ban/den", ListAddress.PathOf(ListAddress.Of(asked)));
    }
}
