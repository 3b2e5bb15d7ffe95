using CsCheck;
using DoanKet.VietnameseText;

namespace DoanKet.Libraries.Tests.VietnameseText;

public sealed class NormaliseTests
{
    [Fact]
    public void Every_vowel_is_composed() => Assert.All(Vowels.Rows, row => Assert.Equal(row.Composed, Normalise.Nfc(row.Decomposed)));

    [Theory]
    [InlineData("e\u0323\u0302", "ệ")]
    [InlineData("e\u0302\u0323", "ệ")]
    [InlineData("\u00EA\u0323", "ệ")]
    [InlineData("\u1EB9\u0302", "ệ")]
    [InlineData("U\u0301\u031B", "Ứ")]
    public void Marks_are_taken_in_any_order(string parts, string letter) => Assert.Equal(letter, Normalise.Nfc(parts));

    [Fact]
    public void Look_alikes_of_D_become_one_letter() => Assert.Equal("QĐ-LĐLĐ đ", Normalise.Nfc("QÐ-LƉLĐ \u00F0"));

    [Fact]
    public void A_mark_on_no_vowel_stays() => Assert.Equal("x\u0301", Normalise.Nfc("x\u0301"));

    [Fact]
    public void A_second_tone_stays_beside_the_letter() => Assert.Equal("á\u0300", Normalise.Nfc("a\u0301\u0300"));

    [Fact]
    public void Decomposing_and_composing_gives_the_text_back() =>
        TextGen.Vietnamese.Sample(text => Normalise.Nfc(Vowels.Decompose(text)) == text && Normalise.Nfc(text) == text);
}
