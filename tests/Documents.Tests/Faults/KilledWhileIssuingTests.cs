using System.Diagnostics;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>The program is killed while it issues to every unit of the full federation.</summary>
public sealed class KilledWhileIssuingTests : IAsyncDisposable
{
    private const string Password = "DoanKet@2021";
    private const int Everybody = 2911;

    private readonly string _data = Directory.CreateTempSubdirectory("doanket-killed-").FullName;

    /// <summary>No fresh program issues to everybody in so short a time, however slow or quick the machine was a moment ago.</summary>
    private static readonly TimeSpan Surely = TimeSpan.FromMilliseconds(400);

    private DatabaseLooker? _looker;

    [Theory]
    [InlineData(Provider.Sqlite), InlineData(Provider.PostgreSql)]
    public async Task A_document_is_issued_to_all_units_or_to_none_and_then_exactly_once(Provider provider)
    {
        var (settings, _) = await DemoTemplate.CopyToAsync(_data, provider, "full");
        var signed = await InDbAsync(
            settings,
            db => db.Outgoing.Where(d => d.State == OutgoingState.Signed).OrderBy(d => d.Id).Select(d => d.Id).Take(2).ToListAsync()
        );
        Assert.True(signed.Count >= 2, "The demonstration has too few signed documents.");
        var last = await LastNumberAsync(settings);

        // The first goes out undisturbed, in a program as fresh as the ones that are killed: so the moments fall into the work.
        var whole = await IssueAsync(settings, signed[0], null);
        Assert.Equal((OutgoingState.Issued, Everybody, Everybody), await StateAsync(settings, signed[0]));
        var interrupted = 0;
        var next = 1;
        var early = whole * 0.2 < Surely ? whole * 0.2 : Surely;
        foreach (var moment in (TimeSpan[])[early, whole * 0.6])
        {
            await IssueAsync(settings, signed[next], moment);
            var (state, copies, receipts) = await StateAsync(settings, signed[next]);
            Assert.Contains(
                (state, copies, receipts),
                new[] { (OutgoingState.Signed, 0, 0), (OutgoingState.Issued, Everybody, Everybody) }
            );
            if (state == OutgoingState.Signed)
                interrupted++;
            else if (++next == signed.Count)
                break;
        }
        Assert.True(interrupted > 0, "No kill came before the commit.");

        for (; next < signed.Count; next++)
            await IssueAsync(settings, signed[next], null);
        foreach (var id in signed)
            Assert.Equal((OutgoingState.Issued, Everybody, Everybody), await StateAsync(settings, id));
        Assert.Equal(last + signed.Count, await LastNumberAsync(settings));
        var numbers = await InDbAsync(
            settings,
            db => db.Outgoing.Where(d => signed.Contains(d.Id)).Select(d => d.Number!.Value).Order().ToListAsync()
        );
        Assert.Equal(Enumerable.Range(last + 1, signed.Count), numbers);
        Assert.True((await _looker!.InScopeAsync(services => services.GetRequiredService<VerifyAudit>().HandleAsync(default))).Ok);
    }

    public async ValueTask DisposeAsync()
    {
        if (_looker is not null)
            await _looker.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Issues by the pages in a program started for it, and kills the program after a while or, without one, when it has
    /// answered.</summary>
    private async Task<TimeSpan> IssueAsync(string[] settings, Guid id, TimeSpan? kill)
    {
        await using var program = await RunningProgram.StartAsync(_data, settings);
        using var clerk = await program.SignedInAsync("vanthu", Password);
        var address = $"/van-ban/di/{id}/phat-hanh";
        await clerk.SubmitAsync(await clerk.OpenAsync(address), "button[value=Below]");
        var confirm = await clerk.OpenAsync(address + "/xac-nhan");
        Assert.Contains("Phát hành tới 2.911 đơn vị", confirm.Body!.TextContent, StringComparison.Ordinal);
        var clock = Stopwatch.StartNew();
        var answer = clerk.SubmitAsync(confirm, "form[data-primary]");
        await Task.WhenAny(answer, Task.Delay(kill ?? Timeout.InfiniteTimeSpan));
        var taken = clock.Elapsed;
        await program.KillAsync();
        await answer.ContinueWith(_ => { }, TaskScheduler.Default);
        return taken;
    }

    private Task<(OutgoingState State, int Copies, int Receipts)> StateAsync(string[] settings, Guid id) =>
        InDbAsync(
            settings,
            async db =>
            {
                var document = await db.Outgoing.AsNoTracking().FirstAsync(d => d.Id == id);
                return (
                    document.State,
                    await db.Incoming.CountAsync(d => d.ContentId == document.ContentId && d.Source == IncomingSource.Internal),
                    await db.Receipts.CountAsync(r => r.OutgoingId == id)
                );
            }
        );

    private Task<int> LastNumberAsync(string[] settings) =>
        InDbAsync(
            settings,
            async db =>
            {
                var year = await db.Outgoing.MaxAsync(d => d.Year);
                return await db.Outgoing.Where(d => d.Year == year).MaxAsync(d => d.Number) ?? 0;
            }
        );

    private Task<T> InDbAsync<T>(string[] settings, Func<UnionDb, Task<T>> body) => (_looker ??= new(_data, settings)).InDbAsync(body);
}
