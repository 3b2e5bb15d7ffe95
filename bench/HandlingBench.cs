using System.Diagnostics;
using DoanKet.Host.Web;
using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Bench;

/// <summary>
/// The report of handling of one office that registered 1,000,000 documents in five years, of which 2,000 are open, as a page of the
/// running program; beside it the bare count of the same rows through the same index.
/// </summary>
internal static class HandlingBench
{
    private const int Documents = 1_000_000,
        People = 60,
        Repeats = 30;

    private static readonly (string Name, string Address)[] Pages =
    [
        ("report, all 1,000,000", "/van-ban/bao-cao?tu-ngay=01/01/2021&den-ngay=31/12/2026"),
        ("report, a year", "/van-ban/bao-cao?tu-ngay=01/01/2025&den-ngay=31/12/2025"),
        ("report, a quarter", "/van-ban/bao-cao?tu-ngay=01/07/2025&den-ngay=30/09/2025"),
        ("list of a figure", "/van-ban/den?ket-qua=tre-han&tu-ngay=01/01/2025&den-ngay=31/12/2025"),
    ];

    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await AddAsync(federation);
        if (provider == Provider.PostgreSql)
            await TestPostgreSql.ExecuteAsync("vacuum analyze", federation.Settings[1]["--Database:ConnectionString=".Length..]);
        Report.Head($"{provider}: page", "p50", "p95");
        await using (var program = await RunningProgram.StartAsync(federation.Data, federation.Settings))
        {
            using var visitor = await program.SignedInAsync("lanhdao", Federation.Password);
            foreach (var (name, address) in Pages)
                Line(name, await TimesAsync(() => visitor.Client.GetByteArrayAsync(address)));
        }
        await FloorAsync(federation);
    }

    private static async Task FloorAsync(Federation federation)
    {
        await using var app = WebProgram.Build(federation.Data, federation.Settings, builder => builder.Logging.ClearProviders());
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var office = await db.Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync();
        var rows = db.Incoming.Where(d => d.UnitId == office && d.Outcome != HandlingOutcome.None);
        Line("bare: count by who leads", await TimesAsync(() => rows.GroupBy(d => d.LeadUnitId).Select(g => g.Count()).ToListAsync()));
    }

    private static async Task<List<double>> TimesAsync(Func<Task> act)
    {
        List<double> times = [];
        for (var i = -3; i < Repeats; i++)
        {
            var watch = Stopwatch.StartNew();
            await act();
            if (i >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times;
    }

    private static void Line(string name, List<double> times) =>
        Report.Line(name, Report.Ms(Report.Median(times)), Report.Ms(Report.Percentile(times, 0.95)));

    private static async Task AddAsync(Federation federation)
    {
        await using var app = WebProgram.Build(federation.Data, federation.Settings, builder => builder.Logging.ClearProviders());
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var index = scope.ServiceProvider.GetRequiredService<SearchIndex>();
        var random = new Random(2026);
        var office = await db.Units.SingleAsync(u => u.ParentId == null);
        var boards = await db.Units.Where(u => u.ParentId == office.Id && u.Kind.IsPartOfParent).Select(u => u.Id).ToListAsync();
        var accounts = await db.Set<Kernel.Accounts.Account>().OrderBy(a => a.Id).Take(People).Select(a => a.Id).ToListAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var content = new DocumentContent
        {
            Id = Ids.New(),
            SearchId = await index.AddAsync(DocumentSections.ReceivedBy([office.Path]), "báo cáo", default),
        };
        await db.Dialect.BulkInsertAsync(db, [content], default);
        for (var first = 0; first < Documents; first += 20_000)
            await db.Dialect.BulkInsertAsync(db, Enumerable.Range(first, 20_000).Select(Document), default);
        await transaction.CommitAsync();

        IncomingDocument Document(int number)
        {
            var document = ManyDocuments.Document(random, office.Id, content, "Báo cáo kết quả công tác", 1_000_000 + number);
            var person = random.Next(accounts.Count);
            (document.LeadUnitId, document.LeadAccountId) = (boards[person % boards.Count], accounts[person]);
            document.State = number % 500 == 0 ? IncomingState.Directed : IncomingState.Done;
            document.DueOn = document.ArrivalDate!.Value.AddDays(10);
            if (document.State == IncomingState.Done)
                document.DoneAt = document.ReceivedAt.AddDays(random.Next(1, 13));
            return document;
        }
    }
}
