using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Reports;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Reports;

public sealed class HandlingReportOnSqlite(SqliteApp app) : HandlingReportTests(app), IClassFixture<SqliteApp>;

public sealed class HandlingReportOnPostgreSql(PostgreSqlApp app) : HandlingReportTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>What was registered in a time, by who leads and how it stands.</summary>
public abstract class HandlingReportTests(UnionApp app)
{
    private string Person(string userName) => $"p:{app.Given.AccountId(userName)}";

    private DateOnly Today => app.Clock.Today();

    private Task<HandlingReport> ReportAsync(DateOnly from, DateOnly to, string userName = Leader) =>
        app.AsAsync(
            userName,
            services =>
                services
                    .GetRequiredService<ReadHandlingReport>()
                    .HandleAsync(services.GetRequiredService<UserContext>().Required.Unit!, from, to, Today, default)
        );

    private async Task<Guid> GivenAsync(string lead, int days)
    {
        var id = await app.RegisteredAsync();
        var result = await app.DirectAsync(
            id,
            new()
            {
                Directive = "Giao xử lý.",
                Lead = lead,
                DueOn = Today.AddDays(days),
            }
        );
        Assert.True(result.Ok, result.Message);
        return id;
    }

    private Task<IncomingDocument> RowAsync(Guid id) => app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));

    private async Task<Guid> PartAsync(Guid document, string userName)
    {
        var account = app.Given.AccountId(userName);
        return await app.InDbAsync(db =>
            db.Assignments.Where(a => a.IncomingId == document && a.ToAccountId == account && a.State == AssignmentState.Open)
                .Select(a => a.Id)
                .FirstAsync()
        );
    }

    private async Task FinishAsync(Guid document, string userName)
    {
        var part = await PartAsync(document, userName);
        var result = await app.AsAsync(
            userName,
            services => services.GetRequiredService<FinishAssignment>().HandleAsync(part, "Đã làm.", true, default)
        );
        Assert.True(result.Ok, result.Message);
    }

    [Fact]
    public async Task Each_document_counts_once_with_who_leads_it_and_how_it_stands()
    {
        app.Clock.MoveTo(new(2027, 2, 1, 2, 0, 0, TimeSpan.Zero));
        var from = Today;
        var (onTime, late) = (await GivenAsync(Person(Head), 3), await GivenAsync(Person(Head), 3));
        await GivenAsync(Person(Specialist), 3);
        await GivenAsync($"u:{app.Given.OtherBoard.Id}", 30);
        await app.RegisteredAsync();
        await app.ReceiveAsync();
        app.Clock.Advance(TimeSpan.FromDays(2));
        await FinishAsync(onTime, Head);
        app.Clock.Advance(TimeSpan.FromDays(3));
        await FinishAsync(late, Head);

        var report = await ReportAsync(from, Today);

        Assert.Equal(new(OnTime: 1, Late: 1, NotYetDue: 2, Overdue: 1, Days: 7, Internal: 0), report.Sum);
        Assert.Equal((33.3m, 3.5m), (report.Sum.PercentOnTime, report.Sum.AverageDays));
        Assert.Equal(
            [
                (app.Given.Board.Name, 1, 1, 0, 1),
                (await NameAsync(Specialist), 0, 0, 0, 1),
                (await NameAsync(Head), 1, 1, 0, 0),
                (app.Given.OtherBoard.Name, 0, 0, 1, 0),
                ("Chưa giao hoặc đơn vị tự giải quyết", 0, 0, 1, 0),
            ],
            report.Lines.Select(l => (l.Name, l.Figures.OnTime, l.Figures.Late, l.Figures.NotYetDue, l.Figures.Overdue))
        );
        // Nothing was registered a day before, and another unit has a report of its own.
        Assert.Equal(0, (await ReportAsync(from.AddDays(-1), from.AddDays(-1))).Sum.All);
        Assert.Equal(0, (await ReportAsync(from, Today, DistrictLeader)).Sum.All);
    }

    private Task<string> NameAsync(string userName)
    {
        var id = app.Given.AccountId(userName);
        return app.InDbAsync(db => db.Set<Kernel.Accounts.Account>().Where(a => a.Id == id).Select(a => a.FullName).FirstAsync());
    }

    [Fact]
    public async Task Who_leads_follows_what_is_given_on_handed_over_and_sent_back()
    {
        var id = await GivenAsync($"u:{app.Given.Board.Id}", 9);
        Assert.Equal((app.Given.Board.Id, null), Lead(await RowAsync(id)));

        var part = await app.InDbAsync(db => db.Assignments.Where(a => a.IncomingId == id).Select(a => a.Id).FirstAsync());
        var given = await app.AsAsync(
            Head,
            services =>
                services
                    .GetRequiredService<GiveOn>()
                    .HandleAsync(part, new() { Directive = "Làm giúp.", Lead = Person(Specialist) }, default)
        );
        Assert.True(given.Ok, given.Message);
        Assert.Equal((app.Given.Board.Id, app.Given.AccountId(Specialist)), Lead(await RowAsync(id)));

        var below = await PartAsync(id, Specialist);
        var handed = await app.AsAsync(
            Specialist,
            services => services.GetRequiredService<HandOver>().HandleAsync(below, Person(Head), "Đi công tác.", default)
        );
        Assert.True(handed.Ok, handed.Message);
        Assert.Equal((app.Given.Board.Id, app.Given.AccountId(Head)), Lead(await RowAsync(id)));

        var back = await app.AsAsync(
            Head,
            services => services.GetRequiredService<SendPartBack>().HandleAsync(part, "Không thuộc Ban.", default)
        );
        Assert.True(back.Ok, back.Message);
        Assert.Equal((null, null), Lead(await RowAsync(id)));
        Assert.Equal((IncomingState.Registered, HandlingOutcome.Open), ((await RowAsync(id)).State, (await RowAsync(id)).Outcome));
    }

    private static (Guid?, Guid?) Lead(IncomingDocument document) => (document.LeadUnitId, document.LeadAccountId);

    [Fact]
    public async Task A_cancelled_entry_leaves_the_report()
    {
        var id = await app.RegisteredAsync();
        Assert.Equal(HandlingOutcome.Open, (await RowAsync(id)).Outcome);
        var cancelled = await app.AsAsync(
            Clerk,
            services => services.GetRequiredService<CancelIncoming>().HandleAsync(id, "Vào nhầm.", default)
        );
        Assert.True(cancelled.Ok, cancelled.Message);
        Assert.Equal(HandlingOutcome.None, (await RowAsync(id)).Outcome);
    }
}
