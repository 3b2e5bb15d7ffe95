namespace DoanKet.Kernel.Tests;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("Công đoàn", 9, "Công đoàn")]
    [InlineData("Công đoàn", 8, "Công đo…")]
    [InlineData("Công đoàn", 1, "…")]
    [InlineData("", 5, "")]
    public void What_is_too_long_ends_with_three_dots(string text, int most, string shown) => Assert.Equal(shown, text.Shortened(most));

    [Fact]
    public void A_sign_of_two_characters_is_never_halved()
    {
        Assert.Equal("Vui 😀", "Vui 😀".Shortened(6));
        Assert.Equal("Vui…", "Vui😀 lắm".Shortened(5));
        Assert.Equal("…", "😀 lắm".Shortened(2));
    }
}
