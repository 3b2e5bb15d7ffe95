using DoanKet.Modules.Documents.Outgoing;

namespace DoanKet.Documents.Tests.Outgoing;

public sealed class TextComparisonTests
{
    private static string Marked(string before, string after) =>
        string.Concat(
            TextComparison
                .Compare(before, after)!
                .Select(part =>
                    part.Change switch
                    {
                        TextChange.Added => $"[+{part.Text}]",
                        TextChange.Removed => $"[-{part.Text}]",
                        TextChange.Folded => $"[…{part.Words}]",
                        _ => part.Text,
                    }
                )
        );

    [Theory]
    [InlineData("Kính gửi các đơn vị", "Kính gửi các đơn vị", "Kính gửi các đơn vị")]
    [InlineData("báo cáo trước ngày 10/3", "báo cáo trước ngày 15/3", "báo cáo trước ngày[- 10/3][+ 15/3]")]
    [InlineData("Điều 1.\nĐiều 2.", "Điều 1.\nĐiều 1a.\nĐiều 2.", "Điều 1.\nĐiều[+ 1a.\nĐiều] 2.")]
    [InlineData("", "Mới", "[+Mới]")]
    [InlineData("Cũ", "", "[-Cũ]")]
    // The same paper as PDF breaks its lines elsewhere.
    [InlineData("một dòng\ndài", "một\ndòng   dài", "một\ndòng dài")]
    public void Words_that_went_and_came_stand_in_their_place(string before, string after, string expected) =>
        Assert.Equal(expected, Marked(before, after));

    [Fact]
    public void What_is_the_same_for_long_is_folded_around_the_changes()
    {
        var same = string.Join(' ', Enumerable.Range(1, 200));
        var marked = Marked($"{same} cũ {same}", $"{same} mới {same}");
        Assert.StartsWith("[…170] 171 172", marked, StringComparison.Ordinal);
        Assert.Contains(" 200[- cũ][+ mới] 1 2", marked, StringComparison.Ordinal);
        Assert.EndsWith(" 30[…170]", marked, StringComparison.Ordinal);
        Assert.Equal("[…200]", Marked(same, same));
    }

    [Fact]
    public void Texts_too_long_to_compare_are_said_to_be()
    {
        var longest = string.Join(' ', Enumerable.Range(0, TextComparison.MostWords));
        Assert.NotNull(TextComparison.Compare(longest, longest));
        Assert.Null(TextComparison.Compare(longest + " thêm", "ngắn"));
        Assert.NotNull(
            TextComparison.Compare(longest, string.Join(' ', Enumerable.Range(0, TextComparison.MostWords).Select(n => "x" + n)))
        );
    }
}
