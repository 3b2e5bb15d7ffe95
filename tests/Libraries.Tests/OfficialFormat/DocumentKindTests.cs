using DoanKet.OfficialFormat;

namespace DoanKet.Libraries.Tests.OfficialFormat;

public sealed class DocumentKindTests
{
    [Fact]
    public void The_decree_names_29_kinds_two_of_them_without_abbreviation()
    {
        Assert.Equal(29, DocumentKind.Administrative.Count);
        Assert.Equal(["Công văn", "Thư công"], DocumentKind.Administrative.Where(k => k.Abbreviation is null).Select(k => k.Name));
    }

    [Fact]
    public void Every_kind_is_found_by_code_and_by_name_in_capitals() =>
        Assert.All(
            DocumentKind.All,
            kind =>
            {
                Assert.Same(kind, DocumentKind.Find(kind.Code));
                Assert.Same(kind, DocumentKind.FindByName(kind.Name.ToUpperInvariant()));
            }
        );

    [Theory]
    [InlineData("DA", "Dự án")]
    [InlineData("đa", "Đề án")]
    [InlineData("HÐ", "Hợp đồng")]
    [InlineData("QĐ", "Quyết định")]
    [InlineData("QYĐ", "Quy định")]
    public void Codes_are_told_apart_by_the_letter_D(string code, string name) => Assert.Equal(name, DocumentKind.Find(code)?.Name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("XYZ")]
    public void Unknown_codes_find_nothing(string? code) => Assert.Null(DocumentKind.Find(code));
}
