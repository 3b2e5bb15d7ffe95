using AngleSharp.Html.Dom;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Incoming;

/// <summary>A person chooses the columns of a list on their own device.</summary>
public sealed class ColumnTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string ChoiceForm = ".dk-column-choice form";

    [Fact]
    public async Task Columns_are_chosen_among_those_of_the_list_and_stay_chosen()
    {
        var id = await app.RegisteredAsync();
        Assert.True((await app.DirectAsync(id, new() { Directive = "Giao Ban.", Lead = $"u:{app.Given.Board.Id}" })).Ok);
        using var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync("/van-ban/den?qua-han=false");
        var before = Headings(page);
        Assert.DoesNotContain("Chủ trì", before);

        page = await ChooseAsync(page, "chu-tri", "ngay-van-ban");
        Assert.EndsWith("?qua-han=false", clerk.Address, StringComparison.Ordinal);
        Assert.Equal(["Số đến", "Ngày văn bản", "Trích yếu và cơ quan ban hành", "Chủ trì", "Trạng thái"], Headings(page));
        var lead = page.QuerySelector($"tr:has(a[href='/van-ban/den/{id}']) td[data-label='Chủ trì']")!.TextContent;
        Assert.Equal(app.Given.Board.Name, lead);

        // Nothing beside what always stands there is a choice too, and another list has its own.
        page = await ChooseAsync(page);
        Assert.Equal(
            ["Số đến", "Trích yếu và cơ quan ban hành", "Trạng thái"],
            Headings(await clerk.OpenAsync("/van-ban/den?qua-han=false"))
        );
        page = await ChooseAsync(page, "ngay-den", "so-ky-hieu", "han");
        Assert.Equal(before, Headings(page));

        Task<IHtmlDocument> ChooseAsync(IHtmlDocument page, params string[] columns)
        {
            foreach (var box in page.QuerySelectorAll(ChoiceForm + " [type=checkbox]").OfType<IHtmlInputElement>())
                box.IsChecked = columns.Contains(box.Value);
            return clerk.SubmitAsync(page, ChoiceForm);
        }
    }

    [Fact]
    public async Task Nothing_but_a_choice_of_columns_becomes_a_cookie()
    {
        await app.RegisteredAsync();
        using var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync("/van-ban/den");
        await clerk.SubmitAsync(page, ChoiceForm, ("choice", "dk-session"));
        await clerk.SubmitAsync(page, ChoiceForm, ("choice", "dk-cot-den; path=/x"));
        Assert.DoesNotContain(clerk.Cookies.GetAllCookies(), cookie => cookie.Name is "dk-session" or "dk-cot-den");
    }

    private static IReadOnlyList<string> Headings(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".dk-list thead th").Select(heading => heading.TextContent)];
}
