using System.Diagnostics;
using System.Globalization;
using DoanKet.Host.Web;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Bench;

/// <summary>
/// A clerk pastes 500 lines among the 2,911 units of the demonstration: codes with an ordinal, columns, names without tone marks, and one
/// line in ten with a slip, for which the nearest names are looked for. Beside it the same 500 units named by their ids.
/// </summary>
internal static class PasteBench
{
    private const int Lines = 500,
        Times = 7;

    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await using var app = WebProgram.Build(federation.Data, federation.Settings, builder => builder.Logging.ClearProviders());
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<UnionDb>();
        var clerk = await db.Set<Account>().Where(a => a.UserName == "vanthu").Select(a => a.Id).SingleAsync();
        services.GetRequiredService<UserContext>().Current = await services
            .GetRequiredService<CurrentUserLoader>()
            .LoadAsync(clerk, null, default);
        var document = await db.Outgoing.Where(d => d.State == OutgoingState.Signed).Select(d => d.Id).FirstAsync();
        var units = await db
            .Units.Where(u => u.KindCode == "grassroots")
            .OrderBy(u => u.Code)
            .Take(Lines)
            .Select(u => new NamedUnit(u.Id, u.Code, u.Name))
            .ToListAsync();
        var text = string.Join('\n', units.Select(Write));

        List<double> pasted = [],
            named = [];
        var found = 0;
        for (var i = 0; i < Times; i++)
        {
            pasted.Add(await TimeAsync(new(document, ChoiceSource.Pasted, text, [])));
            named.Add(await TimeAsync(new(document, ChoiceSource.Units, null, [.. units.Select(u => u.Id)])));
        }
        Report.Head("database", "lines", "understood", "paste, first", "paste, median", "by ids, median", "ratio");
        Report.Line(
            provider.ToString(),
            Lines.ToString(CultureInfo.InvariantCulture),
            found.ToString(CultureInfo.InvariantCulture),
            Report.Ms(pasted[0]),
            Report.Ms(Report.Median(pasted)),
            Report.Ms(Report.Median(named)),
            Report.Ratio(Report.Median(pasted) / Report.Median(named))
        );

        async Task<double> TimeAsync(ChooseReceivers.Input input)
        {
            var choose = services.GetRequiredService<ChooseReceivers>();
            await choose.HandleAsync(new(document, ChoiceSource.Clear, null, []), default);
            var watch = Stopwatch.StartNew();
            var result = await choose.HandleAsync(input, default);
            var time = watch.Elapsed.TotalMilliseconds;
            if (input.Source == ChoiceSource.Pasted)
                found = result.Value.Changed;
            db.ChangeTracker.Clear();
            return time;
        }
    }

    private static string Write(NamedUnit unit, int i) =>
        (i % 10) switch
        {
            0 => unit.Name.Remove(unit.Name.Length / 2, 1),
            < 4 => $"{i + 1}. {unit.Code}",
            < 7 => $"{i + 1}\t{unit.Code}\t{unit.Name}",
            _ => $"{Fold.Text(unit.Name)} ({unit.Code})",
        };
}
