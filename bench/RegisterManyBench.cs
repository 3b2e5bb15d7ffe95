using System.Diagnostics;
using System.Text;
using DoanKet.Host.Web;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Bench;

/// <summary>
/// A clerk registers a hundred papers that were read for certain with one press, through the page of the running program; beside it the
/// look at the page without the press.
/// </summary>
internal static class RegisterManyBench
{
    private const int Papers = 100,
        AtOnce = 20,
        Repeats = 5;

    private const string Page = "/van-ban/den/vao-so-nhieu";

    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        List<double> looks = [],
            presses = [];
        for (var i = -1; i < Repeats; i++)
        {
            var ids = await ReceiveAsync(federation, i + 1);
            await using var program = await RunningProgram.StartAsync(federation.Data, federation.Settings);
            using var clerk = await program.SignedInAsync("vanthu", Federation.Password);
            await clerk.OpenAsync("/");
            var watch = Stopwatch.StartNew();
            var page = await clerk.OpenAsync(Page);
            var look = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            var answer = await clerk.SubmitAsync(page, "form[data-primary]");
            var press = watch.Elapsed.TotalMilliseconds;
            if (answer.Body!.TextContent.Contains(ids[0].ToString(), StringComparison.Ordinal))
                throw new InvalidOperationException("The papers were not registered.");
            if (i < 0)
                continue;
            looks.Add(look);
            presses.Add(press);
        }
        Report.Head($"{provider}: act", "median", "slowest");
        Report.Line("look at the hundred papers", Report.Ms(Report.Median(looks)), Report.Ms(looks.Max()));
        Report.Line("register the hundred papers", Report.Ms(Report.Median(presses)), Report.Ms(presses.Max()));
    }

    /// <summary>Puts the papers into the queue of the province, read as the reader leaves them.</summary>
    private static async Task<IReadOnlyList<Guid>> ReceiveAsync(Federation federation, int round)
    {
        await using var app = WebProgram.Build(federation.Data, federation.Settings, builder => builder.Logging.ClearProviders());
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var account = await db.Users.Where(a => a.UserName == "vanthu").Select(a => a.Id).SingleAsync();
        var user = scope.ServiceProvider.GetRequiredService<UserContext>();
        user.Current = await scope.ServiceProvider.GetRequiredService<CurrentUserLoader>().LoadAsync(account, null, default);
        var office = user.Required.Unit!;
        // What the demonstration left waiting is put aside, so that the page holds exactly these.
        await db
            .Incoming.Where(d => d.UnitId == office.Id && d.State == IncomingState.Arrived)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, IncomingState.Cancelled));
        var takeIn = scope.ServiceProvider.GetRequiredService<TakeInFiles>();
        List<Guid> documents = [];
        foreach (var some in Enumerable.Range(0, Papers).Chunk(AtOnce))
        {
            var files = some.Select(i => new GivenFile($"{i}.txt", () => new MemoryStream(Encoding.UTF8.GetBytes($"{round}.{i}"))));
            documents.AddRange((await takeIn.HandleAsync(office, [.. files], asOne: false, default)).Value.Documents);
        }
        foreach (var (id, i) in documents.Select((id, i) => (id, i)))
        {
            Dictionary<string, ReadValue> values = new()
            {
                [nameof(RegisterInput.NumberText)] = new($"{round * Papers + i + 1}/SNV-TCCC", false),
                [nameof(RegisterInput.IssuedOn)] = new("05/03/2026", false),
                [nameof(RegisterInput.Issuer)] = new("Sở Nội vụ", false),
                [nameof(RegisterInput.KindCode)] = new("CV", false),
                [nameof(RegisterInput.Subject)] = new($"V/v rà soát biên chế lần {round}.{i}", false),
                [nameof(RegisterInput.SignerName)] = new("Người Ký Một", false),
            };
            await db.Readings.Where(r => r.IncomingId == id).ExecuteDeleteAsync();
            db.Add(
                new IncomingReading
                {
                    IncomingId = id,
                    Status = "Read",
                    Values = IncomingReading.Write(values),
                    ReadAt = DateTime.UtcNow,
                }
            );
        }
        await db.SaveChangesAsync();
        return documents;
    }
}
