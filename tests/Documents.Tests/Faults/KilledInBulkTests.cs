using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>The program is killed while a leader directs many documents with one press.</summary>
public sealed class KilledInBulkTests : IAsyncDisposable
{
    private const int Many = 30;
    private const string Password = "DoanKet@2021",
        Subject = "Một trong nhiều văn bản",
        Page = "/van-ban/den/chi-dao-nhieu";

    private readonly string _data = Directory.CreateTempSubdirectory("doanket-bulk-").FullName;

    [Theory]
    [InlineData(Provider.Sqlite), InlineData(Provider.PostgreSql)]
    public async Task Each_document_is_directed_whole_or_not_at_all_and_the_rest_can_go_on(Provider provider)
    {
        var (settings, _) = await DemoTemplate.CopyToAsync(_data, provider, "small");
        await using var looker = new DatabaseLooker(_data, settings);
        await RegisterManyAsync(looker);
        var lead = "p:" + await looker.InDbAsync(db => db.Users.Where(a => a.UserName == "truongban").Select(a => a.Id).FirstAsync());

        await using (var program = await RunningProgram.StartAsync(_data, settings))
        {
            using var leader = await program.SignedInAsync("lanhdao", Password);
            var answer = DirectAllAsync(leader, lead);
            while (await DirectedAsync(looker) < 3 && !answer.IsCompleted)
                await Task.Delay(20);
            await program.KillAsync();
            await answer.ContinueWith(_ => { }, TaskScheduler.Default);
        }
        Assert.InRange(await DirectedAsync(looker), 3, Many - 1);
        await AssertWholeAsync(looker);

        await using (var program = await RunningProgram.StartAsync(_data, settings))
        {
            using var leader = await program.SignedInAsync("lanhdao", Password);
            await DirectAllAsync(leader, lead);
        }
        Assert.Equal(Many, await DirectedAsync(looker));
        await AssertWholeAsync(looker);
        Assert.True((await looker.InScopeAsync(services => services.GetRequiredService<VerifyAudit>().HandleAsync(default))).Ok);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static Task<int> DirectedAsync(DatabaseLooker looker) =>
        looker.InDbAsync(db => db.Incoming.CountAsync(d => d.Subject.StartsWith(Subject) && d.State == IncomingState.Directed));

    private static async Task DirectAllAsync(Visitor leader, string lead)
    {
        var page = await leader.OpenAsync(Page);
        (string, string)[] ticked =
        [
            .. page.QuerySelectorAll("tr")
                .Where(row => row.TextContent.Contains(Subject, StringComparison.Ordinal))
                .Select(row => ("Chosen", row.QuerySelector("input[name=Chosen]")!.GetAttribute("value")!)),
        ];
        await leader.SubmitAsync(page, "form[data-primary]", [.. ticked, ("Input.Directive", "Giao Ban."), ("Input.Lead", lead)]);
    }

    /// <summary>What is directed has its one part and its one line of history; what is not has neither.</summary>
    private static async Task AssertWholeAsync(DatabaseLooker looker)
    {
        var rows = await looker.InDbAsync(db =>
            db.Incoming.Where(d => d.Subject.StartsWith(Subject))
                .Select(d => new
                {
                    IsDirected = d.State == IncomingState.Directed,
                    Parts = db.Set<Assignment>().Count(a => a.IncomingId == d.Id),
                    Lines = db.Set<HandlingEvent>().Count(e => e.DocumentId == d.Id && e.Kind == EventKind.Directed),
                })
                .ToListAsync()
        );
        Assert.Equal(Many, rows.Count);
        Assert.All(rows, row => Assert.Equal(row.IsDirected ? (1, 1) : (0, 0), (row.Parts, row.Lines)));
    }

    private static Task<bool> RegisterManyAsync(DatabaseLooker looker) =>
        looker.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<UnionDb>();
            var clerk = await db.Users.Where(a => a.UserName == "vanthu").Select(a => a.Id).FirstAsync();
            var user = services.GetRequiredService<UserContext>();
            user.Current = await services.GetRequiredService<CurrentUserLoader>().LoadAsync(clerk, null, default);
            for (var n = 0; n < Many; n++)
            {
                var paper = await services.GetRequiredService<TakeInPaper>().HandleAsync(user.Required.Unit!, isSealed: false, default);
                var form = Office.Form($"{n}/BC-THU");
                form.Subject = $"{Subject}, số {n}";
                var registered = await services.GetRequiredService<RegisterIncoming>().HandleAsync(paper.Value, form, default);
                Assert.True(registered.Ok, registered.Message);
                db.ChangeTracker.Clear();
            }
            return true;
        });
}
