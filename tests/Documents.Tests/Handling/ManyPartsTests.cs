using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Handling;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Handling;

/// <summary>Several parts given on at once, several holders reminded at once, through the pages.</summary>
public sealed class ManyPartsTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string GiveOn = "/van-ban/phan-viec/giao-tiep-nhieu",
        Remind = "/van-ban/den/nhac-nhieu",
        Form = "form[data-primary]";

    [Fact]
    public async Task A_head_gives_on_several_parts_at_once_and_what_cannot_be_is_said()
    {
        Guid[] documents = [await DirectedAsync(), await DirectedAsync()];
        using var head = app.Visit(Head);
        var page = await head.OpenAsync("/van-ban/den/duoc-giao");
        page = await head.OpenAsync(page.QuerySelector($"a[href='{GiveOn}']")!.GetAttribute("href")!);
        page = await head.SubmitAsync(page, Form, ("Input.Directive", "Tham mưu."), ("Input.Lead", Person(Specialist)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        Assert.Contains("Hãy đánh dấu ít nhất một việc", page.QuerySelector(".dk-errors")!.TextContent);

        var parts = await PartsAsync(documents, Head);
        (string, string)[] chosen = [.. parts.Select(p => ("Chosen", p.ToString()))];
        page = await head.SubmitAsync(page, Form, [.. chosen, ("Input.Directive", "Tham mưu."), ("Input.Lead", Person(Specialist))]);
        Assert.Contains("Đã giao tiếp 2 việc", page.QuerySelector(".dk-flash")!.TextContent);
        Assert.Equal(2, (await PartsAsync(documents, Specialist)).Count);

        // Pressed again: nobody gets a second part, and the form says why.
        page = await head.OpenAsync(GiveOn);
        page = await head.SubmitAsync(page, Form, [.. chosen, ("Input.Directive", "Tham mưu."), ("Input.Lead", Person(Specialist))]);
        Assert.Contains("đã có phần việc", page.QuerySelector(".dk-errors")!.TextContent);
        Assert.Equal(2, (await PartsAsync(documents, Specialist)).Count);

        // Somebody else's parts are not given on by their ids.
        using var viewer = app.Visit(DistrictLeader);
        page = await viewer.GetAsync(GiveOn);
        Assert.Empty(page.QuerySelectorAll("input[name=Chosen]"));
    }

    [Fact]
    public async Task Holders_of_overdue_work_are_reminded_together_and_not_twice_within_the_hour()
    {
        Guid[] documents = [await DirectedAsync(), await DirectedAsync()];
        app.Clock.Advance(TimeSpan.FromDays(14));
        using var clerk = app.Visit(Clerk);
        var list = await clerk.OpenAsync("/van-ban/den?qua-han=true");
        var page = await clerk.OpenAsync(list.QuerySelector($"a[href='{Remind}']")!.GetAttribute("href")!);
        Assert.All(documents, id => Assert.NotNull(page.QuerySelector($"input[value='{id}'][checked]")));

        page = await clerk.SubmitAsync(page, Form);
        Assert.Contains("Đã nhắc", page.QuerySelector(".dk-flash")!.TextContent);
        Assert.All(await RemindersAsync(documents), count => Assert.Equal(1, count));
        page = await clerk.SubmitAsync(page, Form);
        Assert.Contains("trong một giờ qua", page.QuerySelector(".dk-flash-warning, .dk-flash")!.TextContent);
        Assert.All(await RemindersAsync(documents), count => Assert.Equal(1, count));

        // Later one of them from its own page.
        app.Clock.Advance(TimeSpan.FromHours(2));
        page = await clerk.OpenAsync($"/van-ban/den/{documents[0]}");
        page = await clerk.SubmitAsync(page, "form[action*=Remind]");
        Assert.Contains("Đã nhắc 1 phần việc", page.QuerySelector(".dk-flash")!.TextContent);
        Assert.Equal([2, 1], await RemindersAsync(documents));
        Assert.Contains("Nhắc Người Thử truongban", page.Body!.TextContent);
    }

    [Theory]
    [InlineData(Viewer), InlineData(Specialist), InlineData(DistrictClerk)]
    public async Task Who_neither_directs_nor_registers_there_reminds_nobody(string userName)
    {
        var id = await DirectedAsync();
        var result = await app.DoAsync<RemindHandlers, Kernel.Results.Result<RemindHandlers.Outcome>>(
            userName,
            h => h.HandleAsync(id, default)
        );
        Assert.True(result.IsRefused);
        Assert.Equal([0], await RemindersAsync(id));
    }

    private string Person(string userName) => $"p:{app.Given.AccountId(userName)}";

    private async Task<Guid> DirectedAsync()
    {
        var id = await app.RegisteredAsync();
        var directed = await app.DirectAsync(
            id,
            new()
            {
                Directive = "Giao Ban.",
                Lead = Person(Head),
                Days = 5,
            }
        );
        Assert.True(directed.Ok, directed.Message);
        return id;
    }

    private Task<List<Guid>> PartsAsync(Guid[] documents, string userName)
    {
        var account = app.Given.AccountId(userName);
        return app.InDbAsync(db =>
            db.Assignments.Where(a => documents.Contains(a.IncomingId) && a.ToAccountId == account).Select(a => a.Id).ToListAsync()
        );
    }

    /// <summary>Lines of reminding in the head's bell, for each document.</summary>
    private async Task<IReadOnlyList<int>> RemindersAsync(params Guid[] documents)
    {
        var head = app.Given.AccountId(Head);
        List<int> counts = [];
        foreach (var link in documents.Select(id => $"/van-ban/den/{id}"))
            counts.Add(
                await app.InDbAsync(db =>
                    db.Set<Notice>().CountAsync(n => n.AccountId == head && n.Link == link && n.Text.StartsWith("Nhắc:") && n.IsUrgent)
                )
            );
        return counts;
    }
}
