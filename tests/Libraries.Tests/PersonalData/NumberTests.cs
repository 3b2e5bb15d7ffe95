using CsCheck;
using DoanKet.PersonalData;

namespace DoanKet.Libraries.Tests.PersonalData;

public sealed class NumberTests
{
    [Theory]
    [InlineData("040185012345", "040185012345", Sex.Female, 1985)]
    [InlineData(" 040 085 012 345 ", "040085012345", Sex.Male, 1985)]
    [InlineData("'001204012345", "001204012345", Sex.Male, 2004)]
    [InlineData("40301012345", "040301012345", Sex.Female, 2001)]
    [InlineData("1085012345", "001085012345", Sex.Male, 1985)]
    public void An_identity_number_says_sex_and_year_of_birth(string typed, string digits, Sex sex, int year)
    {
        var id = NationalId.Read(typed, out var padded)!.Value;
        Assert.Equal(digits, id.Digits);
        Assert.Equal(sex, id.Sex);
        Assert.Equal(year, id.BirthYear);
        Assert.Equal(typed.Trim('\'', ' ').Replace(" ", "", StringComparison.Ordinal).Length < 12, padded);
    }

    [Fact]
    public void The_older_number_says_nothing_and_loses_its_zero_like_the_other()
    {
        var id = NationalId.Read("18212345", out var padded)!.Value;
        Assert.True(padded);
        Assert.Equal(("018212345", true), (id.Digits, id.IsOld));
        Assert.Null(id.Sex);
        Assert.Null(id.BirthYear);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0401850123")]
    [InlineData("7085012345")]
    [InlineData("0401850123456")]
    [InlineData("04018501234a")]
    [InlineData("000185012345")]
    public void What_is_no_identity_number_is_none(string typed) => Assert.Null(NationalId.Read(typed, out _));

    [Fact]
    public void A_masked_number_keeps_three_and_two_digits()
    {
        Assert.Equal("040•••••••45", new NationalId("040185012345").Masked);
        Assert.Equal("•••", NationalId.Mask("123"));
    }

    [Theory]
    [InlineData("0912 345 678", "0912345678", false)]
    [InlineData("+84 912.345.678", "0912345678", false)]
    [InlineData("84912345678", "0912345678", false)]
    [InlineData("912345678", "0912345678", true)]
    [InlineData("(0238) 3844 444", "02383844444", false)]
    public void A_phone_is_kept_in_one_form(string typed, string digits, bool wasPadded)
    {
        Assert.Equal(digits, PhoneNumber.Read(typed, out var padded));
        Assert.Equal(wasPadded, padded);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("0512345678")]
    [InlineData("0912345678; 0987654321")]
    [InlineData("không có")]
    public void What_is_no_phone_is_none(string typed) => Assert.Null(PhoneNumber.Read(typed, out _));

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_and_a_reading_is_read_as_itself() =>
        Gen.String.Sample(typed =>
        {
            if (NationalId.Read(typed, out _) is { } id)
                Assert.Equal(id, NationalId.Read(id.Digits, out _));
            if (PhoneNumber.Read(typed, out _) is { } phone)
                Assert.Equal(phone, PhoneNumber.Read(phone, out _));
        });
}
