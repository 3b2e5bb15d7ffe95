using CsCheck;
using DoanKet.VietnameseText;

namespace DoanKet.Libraries.Tests.VietnameseText;

public sealed class VietnameseOrderTests
{
    [Theory]
    [InlineData("a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "i", "o", "ô", "ơ", "u", "ư", "v", "y")]
    [InlineData("ba", "bà", "bả", "bã", "bá", "bạ", "bác", "bắc", "bấc")]
    [InlineData("ha bình", "hà an", "hà bình", "hai")]
    [InlineData("Tổ 1", "Tổ chức", "Tổng hợp")]
    public void Text_sorts_as_in_the_dictionary(params string[] sorted) =>
        Assert.Equal(sorted, sorted.Reverse().OrderBy(VietnameseOrder.Key, StringComparer.Ordinal));

    [Fact]
    public void Names_sort_by_given_name_then_family_name()
    {
        string[] sorted =
        [
            "Trần Thị An",
            "Lê Văn Ánh",
            "Nguyễn Thị Bình",
            "Đặng Văn Dũng",
            "Phan Đào",
            "Nguyễn An Đức",
            "Nguyễn Văn Đức",
            "Trần An Đức",
        ];
        Assert.Equal(sorted, sorted.Reverse().OrderBy(VietnameseOrder.NameKey, StringComparer.Ordinal));
    }

    [Fact]
    public void Case_spaces_and_form_make_no_difference() =>
        TextGen.Vietnamese.Sample(text =>
            VietnameseOrder.Key(Vowels.Decompose(text).ToUpperInvariant() + " ") == VietnameseOrder.Key(text)
        );

    [Fact]
    public void Nothing_sorts_first()
    {
        Assert.Equal("", VietnameseOrder.Key(null));
        Assert.Equal("", VietnameseOrder.NameKey(" "));
    }
}
