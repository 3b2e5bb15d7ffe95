using System.Diagnostics;
using DoanKet.Host.Web;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Bench;

/// <summary>The real handler issues the documents of the demonstration that wait for their number; each time the same rows are inserted
/// bare, in one transaction.</summary>
internal static class IssueBench
{
    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await using var app = WebProgram.Build(federation.Data, federation.Settings, builder => builder.Logging.ClearProviders());
        List<double> issues = [],
            floors = [];
        foreach (var id in await ReadyAsync(app))
        {
            issues.Add(await IssueAsync(app, id));
            floors.Add(await BareAsync(app, id));
        }
        Report.Head("database", "issue, first", "issue, median", "bare inserts, median", "ratio");
        Report.Line(
            provider.ToString(),
            Report.Ms(issues[0]),
            Report.Ms(Report.Median(issues)),
            Report.Ms(Report.Median(floors)),
            Report.Ratio(Report.Median(issues) / Report.Median(floors))
        );
    }

    /// <summary>Signed documents, each with every unit below chosen as receiver.</summary>
    private static async Task<List<Guid>> ReadyAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var ready = await db.Outgoing.Where(d => d.State == OutgoingState.Signed).Select(d => d.Id).ToListAsync();
        await db.ReceiverChoices.ExecuteDeleteAsync();
        var units = await db.Units.Where(u => !u.Kind.IsPartOfParent && u.ParentId != null).Select(u => u.Id).ToListAsync();
        db.AddRange(from id in ready from unit in units select new ReceiverChoice { OutgoingId = id, UnitId = unit });
        await db.SaveChangesAsync();
        return ready;
    }

    private static async Task<double> IssueAsync(WebApplication app, Guid id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<UnionDb>();
        var clerk = await db.Set<Account>().Where(a => a.UserName == "vanthu").Select(a => a.Id).SingleAsync();
        services.GetRequiredService<UserContext>().Current = await services
            .GetRequiredService<CurrentUserLoader>()
            .LoadAsync(clerk, null, default);
        var receivers = await db.ReceiverChoices.CountAsync(c => c.OutgoingId == id);
        var handler = services.GetRequiredService<IssueDocument>();
        var watch = Stopwatch.StartNew();
        var result = await handler.HandleAsync(new(id, "HD-LĐLĐ", true, 1, receivers), default);
        var time = watch.Elapsed.TotalMilliseconds;
        return result.Ok && result.Value == StepOutcome.Done && receivers == 2911
            ? time
            : throw new InvalidOperationException($"Not issued to {receivers} units: {result.Message}");
    }

    /// <summary>The floor: records and receipts, by the fastest means of the database, and nothing else.</summary>
    private static async Task<double> BareAsync(WebApplication app, Guid id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var receipts = await db.Receipts.AsNoTracking().Where(r => r.OutgoingId == id).ToListAsync();
        var mine = db.Receipts.Where(r => r.OutgoingId == id).Select(r => r.IncomingId);
        var copies = await db.Incoming.AsNoTracking().Where(d => mine.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        await db.Receipts.Where(r => r.OutgoingId == id).ExecuteDeleteAsync();
        foreach (var receipt in receipts)
            receipt.IncomingId = copies[receipt.IncomingId].Id = Ids.New();
        var watch = Stopwatch.StartNew();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.Dialect.BulkInsertAsync(db, copies.Values, default);
            await db.Dialect.BulkInsertAsync(db, receipts, default);
            await transaction.CommitAsync();
        }
        return watch.Elapsed.TotalMilliseconds;
    }
}
