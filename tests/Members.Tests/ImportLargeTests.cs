using System.Net;
using System.Text;
using DoanKet.Kernel;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class ImportLargeOnSqlite(SqliteApp app) : ImportLargeTests(app), IClassFixture<SqliteApp>;

public sealed class ImportLargeOnPostgreSql(PostgreSqlApp app) : ImportLargeTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>A list too large for one request is looked through and taken in by a job, once, whatever happens between.</summary>
public abstract class ImportLargeTests(UnionApp app)
{
    [Fact]
    public async Task A_list_is_looked_through_then_taken_in_once_and_nothing_of_the_file_stays()
    {
        var run = await StartAsync(Grassroots, 12_000);
        Assert.True(await PartsAsync(run) > 1);
        await app.RunJobsAsync();
        Assert.Equal((ImportRunState.Checked, 12_000), await StateAsync(run));
        Assert.Equal(0, await CountAsync(Office.Name(11_999)));

        // Two presses are one.
        var pressed = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => TakeAsync(run, Grassroots)));
        Assert.Equal(1, pressed.Count(result => result.Ok));
        await app.RunJobsAsync();
        Assert.Equal((ImportRunState.Done, 12_000), await StateAsync(run));
        Assert.Equal(1, await CountAsync(Office.Name(11_999)));
        Assert.Equal(0, await PartsAsync(run));

        // Killed between the commit and the word of it: the next run of the job sees that all is there.
        await app.InDbAsync(db =>
            db.ImportRuns.Where(r => r.Id == run).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, ImportRunState.Taking))
        );
        await app.InScopeAsync(services => RunAsync(services, run));
        Assert.Equal(ImportRunState.Done, (await StateAsync(run)).State);
        Assert.Equal(1, await CountAsync(Office.Name(11_999)));
        Assert.Empty(await app.FiguresProblemsAsync());
    }

    [Fact]
    public async Task Only_who_gave_a_list_has_it_taken_in_and_only_while_the_permission_lasts()
    {
        Assert.True((await app.AsAsync(OtherClerk, s => BeginAsync(s, 3))).IsRefused);
        var run = await StartAsync(Grassroots, 3);
        await app.RunJobsAsync();
        Assert.True((await TakeAsync(run, Organiser)).IsRefused);
        var officer = app.Given.AccountId(Grassroots);
        Assert.True((await TakeAsync(run, Grassroots)).Ok);
        var yesterday = app.Clock.Today().AddDays(-1);
        await app.InDbAsync(db =>
            db.Posts.Where(p => p.AccountId == officer).ExecuteUpdateAsync(s => s.SetProperty(p => p.ValidTo, yesterday))
        );
        await app.RunJobsAsync();
        await app.InDbAsync(db =>
            db.Posts.Where(p => p.AccountId == officer).ExecuteUpdateAsync(s => s.SetProperty(p => p.ValidTo, (DateOnly?)null))
        );
        Assert.Equal(ImportRunState.Refused, (await StateAsync(run)).State);
        Assert.Equal(0, await PartsAsync(run));
        Assert.True((await app.AsAsync(Grassroots, s => s.GetRequiredService<ImportLarge>().DropAsync(run, default))).Ok);
    }

    private async Task<Guid> StartAsync(string person, int people)
    {
        var started = await app.AsAsync(person, s => BeginAsync(s, people));
        Assert.True(started.Ok, started.Message);
        return started.Value;
    }

    private Task<Result<Guid>> BeginAsync(IServiceProvider services, int people)
    {
        var lines = Enumerable
            .Range(0, people)
            .Select(i => $"{i + 1},{Office.Name(i)},{i % 28 + 1:00}/05/{1960 + i % 40},Nam,{new string('x', 60)}");
        var csv = "STT,Họ và tên,Ngày sinh,Giới tính,Vị trí việc làm\n" + string.Join('\n', lines);
        var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return services.GetRequiredService<ImportLarge>().StartAsync(app.Given.GrassrootsUnits[0].Id, "lớn.csv", file, default);
    }

    private Task<Result> TakeAsync(Guid run, string person) =>
        app.AsAsync(person, s => s.GetRequiredService<ImportLarge>().TakeAsync(run, [], default));

    private static async Task<bool> RunAsync(IServiceProvider services, Guid run)
    {
        await ActivatorUtilities.CreateInstance<TakeInList>(services).RunAsync(run.ToString(), default);
        return true;
    }

    private Task<(ImportRunState State, int People)> StateAsync(Guid id) =>
        app.InScopeAsync(async services =>
        {
            var run = await services
                .GetRequiredService<Kernel.Persistence.UnionDb>()
                .ImportRuns.AsNoTracking()
                .SingleAsync(r => r.Id == id);
            var summary = services.GetRequiredService<ImportLarge>().SummaryOf(run);
            return (run.State, summary?.New ?? 0);
        });

    private Task<int> PartsAsync(Guid run) => app.InDbAsync(db => db.ImportParts.CountAsync(p => p.RunId == run));

    private Task<int> CountAsync(string name) => app.InDbAsync(db => db.Set<Member>().CountAsync(m => m.FullName == name));
}

/// <summary>The page of a large list.</summary>
public sealed class ImportRunPageTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task A_large_file_gets_a_page_of_its_own()
    {
        using var officer = app.Visit(Grassroots);
        var lines = Enumerable.Range(0, 16_000).Select(i => $"{Office.Name(i)},1980,{new string('y', 150)}");
        var csv = Encoding.UTF8.GetBytes("Họ và tên,Năm sinh,Vị trí việc làm\nGiàng Thị Sai,ngày xưa,\n" + string.Join('\n', lines));
        var page = await officer.OpenAsync("/doan-vien/nhap");
        page = await officer.UploadAsync(page, "form[enctype]", [("Sheet", "cả huyện.csv", csv)]);
        Assert.Contains("Đang kiểm tra", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var address = officer.Address;
        using (var other = app.Visit(Organiser))
        {
            await other.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }
        await app.RunJobsAsync();
        page = await officer.OpenAsync(address);
        Assert.Contains("16.000 người mới", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var marked = await officer.DownloadAsync(page, "button[formaction*='Marked']");
        Assert.True(marked.Length > 1000);
        page = await officer.SubmitAsync(page, "button[formaction*='Drop']");
        Assert.Equal("/doan-vien/nhap", officer.Address);
        Assert.Equal(0, await app.InDbAsync(db => db.ImportParts.CountAsync()));
    }
}
