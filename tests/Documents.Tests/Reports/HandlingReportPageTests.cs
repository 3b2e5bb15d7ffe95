using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using DoanKet.Documents.Tests.Incoming;
using MiniExcelLibs;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Reports;

/// <summary>The page of the report: every figure opens what it counts.</summary>
public sealed class HandlingReportPageTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Report = "/van-ban/bao-cao";

    private async Task DirectedAsync(string lead, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var id = await app.RegisteredAsync();
            var result = await app.DirectAsync(id, new() { Directive = "Giao.", Lead = lead });
            Assert.True(result.Ok, result.Message);
        }
    }

    [Fact]
    public async Task Every_figure_opens_a_list_of_as_many_documents()
    {
        await DirectedAsync($"u:{app.Given.Board.Id}", 3);
        await DirectedAsync($"p:{app.Given.AccountId(Specialist)}", 2);
        await app.RegisteredAsync();
        using var leader = app.Visit(Leader);
        var page = await leader.OpenAsync(Report);
        var figures = page.QuerySelectorAll("main td a, main li a[href^='/van-ban/den']")
            .Cast<IHtmlAnchorElement>()
            .Select(a => (Address: a.GetAttribute("href")!, Number: int.Parse(a.TextContent)))
            .ToList();
        Assert.True(figures.Count >= 10, "the report has figures");
        foreach (var (address, number) in figures)
        {
            var list = await leader.OpenAsync(address);
            Assert.Equal((address, number), (address, list.QuerySelectorAll(".dk-list tbody tr").Length));
            if (number > 0)
                Assert.Contains("Theo báo cáo", list.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_day_that_is_none_is_said_and_kept()
    {
        using var leader = app.Visit(Leader);
        var page = await leader.OpenAsync(Report + "?tu-ngay=32/13/2026");
        Assert.Equal("32/13/2026", ((IHtmlInputElement)page.QuerySelector("[name=tu-ngay]")!).Value);
        Assert.NotNull(page.QuerySelector(".dk-error"));
    }

    [Fact]
    public async Task It_is_taken_out_as_sheet_with_a_heading_and_as_pdf()
    {
        await DirectedAsync($"u:{app.Given.Board.Id}", 1);
        using var leader = app.Visit(Leader);
        var sheet = await leader.Client.GetByteArrayAsync(Report + "?handler=Sheet");
        using var stream = new MemoryStream(sheet);
        var rows = stream.Query(useHeaderRow: false).Cast<IDictionary<string, object?>>().ToList();
        Assert.StartsWith("Báo cáo xử lý văn bản đến, ", (string)rows[0]["A"]!, StringComparison.Ordinal);
        Assert.Contains("Lập từ phần mềm", (string)rows[1]["A"]!, StringComparison.Ordinal);
        Assert.Equal("Đơn vị chủ trì", rows[3]["A"]);
        Assert.Equal("Tổng cộng", rows[^1]["A"]);

        using var paper = await leader.Client.GetAsync(Report + "?handler=Paper");
        Assert.Equal("application/pdf", paper.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await paper.Content.ReadAsByteArrayAsync(), 0, 8), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_the_units_documents_gets_no_report()
    {
        using var specialist = app.Visit(Specialist);
        await specialist.GetAsync(Report);
        Assert.Equal(HttpStatusCode.Forbidden, specialist.Status);
    }
}
