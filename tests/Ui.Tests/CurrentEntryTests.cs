using DoanKet.Ui.Shell;

namespace DoanKet.Ui.Tests;

public sealed class CurrentEntryTests
{
    private static readonly MenuEntry[] Menu =
    [
        Entry("/"),
        Entry("/van-ban/den"),
        Entry("/van-ban/den/dang-ky"),
        Entry("/van-ban/di?so=1"),
    ];

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/van-ban/den/7", "/van-ban/den")]
    [InlineData("/van-ban/den/dang-ky", "/van-ban/den/dang-ky")]
    [InlineData("/van-ban/di", "/van-ban/di?so=1")]
    public void A_page_stands_under_the_entry_with_the_longest_address(string path, string href) =>
        Assert.Equal(href, CurrentEntry.Find(Menu, path)?.Href);

    [Theory]
    [InlineData("/van-ban/den-khac")]
    [InlineData("/thong-bao")]
    public void A_page_of_no_entry_marks_none(string path) => Assert.Null(CurrentEntry.Find(Menu, path));

    private static MenuEntry Entry(string href) => new("", href, href, "file");
}
