using AngleSharp.Html.Dom;

namespace DoanKet.Ui.Tests;

public sealed class PageTests(ShowcaseApp app) : IClassFixture<ShowcaseApp>
{
    [Fact]
    public async Task Nothing_that_the_content_security_policy_refuses_is_written()
    {
        var page = await app.OpenAsync();
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(
            page.All,
            element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Every_control_has_a_name_and_every_reference_leads_somewhere()
    {
        var page = await app.OpenAsync();
        var controls = page.QuerySelectorAll("input:not([type=hidden]), select, textarea");
        Assert.NotEmpty(controls);
        Assert.All(
            controls,
            control =>
                Assert.True(
                    control.Closest("label") is not null || page.QuerySelector($"label[for='{control.Id}']") is not null,
                    control.OuterHtml
                )
        );
        foreach (var name in new[] { "aria-describedby", "aria-labelledby" })
        foreach (var element in page.QuerySelectorAll($"[{name}]"))
            Assert.All(element.GetAttribute(name)!.Split(' '), id => Assert.True(page.GetElementById(id) is not null, $"{name}={id}"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_error_summary_links_to_the_field_which_says_the_same()
    {
        var page = await app.OpenAsync();
        var link = page.QuerySelector(".dk-errors a")!;
        var field = page.GetElementById(link.GetAttribute("href")![1..])!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains(field.GetAttribute("aria-describedby")!.Split(' '), id => page.GetElementById(id)!.TextContent == link.TextContent);
    }

    [Fact]
    public async Task The_menu_marks_the_present_page()
    {
        var page = await app.OpenAsync();
        Assert.Equal("Giao diện", page.QuerySelector(".dk-menu [aria-current=page]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Units_are_found_and_stay_chosen_without_JavaScript()
    {
        var page = await app.PressAsync(
            ("Input.Receivers.Ids", ThreeUnits.Id(1).ToString()),
            ("Input.Receivers.Find", "cơ sở"),
            ("Input.Receivers.Step", "find"),
            ("Input.IssuedOn", "sai")
        );
        Assert.Empty(page.QuerySelectorAll(".dk-errors"));
        Assert.Equal(["Công đoàn cơ sở 1"], Names(page, "[data-chosen] label"));
        Assert.Equal(["Công đoàn cơ sở 2", "Công đoàn cơ sở 3"], Names(page, "[data-results] label"));
        Assert.Equal("sai", page.GetElementById("Input_IssuedOn")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_pasted_list_is_chosen_and_only_the_unknown_lines_remain()
    {
        var page = await app.PressAsync(("Input.Receivers.Pasted", "CS2\r\nkhông có\r\nCS3"), ("Input.Receivers.Step", "paste"));
        Assert.Equal(["Công đoàn cơ sở 2", "Công đoàn cơ sở 3"], Names(page, "[data-chosen] label"));
        Assert.Equal("không có", page.QuerySelector(".dk-paste textarea")!.TextContent);
    }

    [Fact]
    public async Task Missing_and_wrong_values_are_answered_in_Vietnamese()
    {
        var page = await app.PressAsync(("Input.IssuedOn", "31/02/2026"), ("Input.Pages", "mười"), ("Input.Subject", ""));
        Assert.Equal(3, page.QuerySelectorAll(".dk-errors li").Length);
        Assert.All(page.QuerySelectorAll(".dk-errors li"), line => Assert.Matches("hãy|Hãy", line.TextContent));
    }

    private static IEnumerable<string> Names(IHtmlDocument page, string selector) =>
        page.QuerySelectorAll(selector).Select(label => label.QuerySelector("span")!.ChildNodes[0].TextContent.Trim());
}
