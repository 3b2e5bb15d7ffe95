using CsCheck;
using DoanKet.VietnameseText;

namespace DoanKet.Libraries.Tests.VietnameseText;

public sealed class FoldTests
{
    [Theory]
    [InlineData("Nguyễn  Thị Đặng", "nguyen thi dang")]
    [InlineData("  «Đoàn Kết» — 2026!", "doan ket 2026")]
    [InlineData("\u00D0ặng \u00F0ình", "dang dinh")]
    [InlineData("ƯỚC, Ơ, Ữ; ỵ", "uoc o u y")]
    [InlineData("Công\u00ADđoàn", "congdoan")]
    [InlineData("Müller & Đỗ", "muller do")]
    [InlineData("100 ₫", "100")]
    [InlineData("... -- ...", "")]
    [InlineData(null, "")]
    public void Text_loses_case_tones_and_signs(string? text, string folded) => Assert.Equal(folded, Fold.Text(text));

    [Theory]
    [InlineData("18/HD-LĐLĐ")]
    [InlineData("18 hd ldld")]
    [InlineData("18-hd/LÐLÐ")]
    public void A_number_is_one_key_however_typed(string typed) => Assert.Equal("18hdldld", Fold.Compact(typed));

    [Fact]
    public void Words_are_those_of_the_folded_text() => Assert.Equal(["to", "chuc", "tuyen", "giao"], Fold.Words("Tổ chức, tuyên-giáo"));

    [Fact]
    public void Every_vowel_folds_alike_composed_and_decomposed() =>
        Assert.All(Vowels.Rows, row => Assert.Equal(Fold.Text(row.Composed), Fold.Text(row.Decomposed)));

    [Fact]
    public void Every_vowel_folds_to_the_letter_under_its_marks() =>
        Assert.All(
            Vowels.Rows,
            row =>
                Assert.Equal(
                    row.Decomposed.Split(' ').Select(letter => char.ToLowerInvariant(letter[0]).ToString()),
                    Fold.Words(row.Composed)
                )
        );

    [Fact]
    public void Folding_again_changes_nothing() => Gen.String.Sample(text => Fold.Text(Fold.Text(text)) == Fold.Text(text));

    [Fact]
    public void Folded_text_is_trimmed_and_single_spaced() =>
        TextGen.Vietnamese.Sample(text =>
            Fold.Text(text) == string.Join(' ', Fold.Words(text)) && Fold.Compact(text) == string.Concat(Fold.Words(text))
        );

    [Fact]
    public void Decomposed_text_folds_as_composed() =>
        TextGen.Vietnamese.Sample(text => Fold.Text(Vowels.Decompose(text)) == Fold.Text(text));

    [Fact]
    public void Text_longer_than_the_stack_buffer_is_folded_whole() =>
        Assert.Equal(new string('e', 5000), Fold.Text(new string('Ệ', 5000)));
}
