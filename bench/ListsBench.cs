using System.Diagnostics;
using DoanKet.Testing;

namespace DoanKet.Bench;

/// <summary>
/// A real process serves the pages over loopback; time is from the request to the last byte of the page, so it holds the whole of the
/// server's time and a little more. Loading was done by another process: memory is that of serving alone.
/// </summary>
internal static class ListsBench
{
    private const int Repeats = 150;

    private static readonly string[] People = ["vanthu", "vanthu.h01", "coso.cs0001"];

    private sealed record Measured(Dictionary<string, List<double>> Times, long Memory, Dictionary<string, Rate> Rates);

    /// <param name="Processor">Milliseconds of the program's processors for a page: it depends less on what else the machine does.</param>
    private sealed record Rate(double Pages, double Processor);

    private static readonly string[] Words =
    [
        "dai hoi cong doan",
        "bao hiem xa hoi",
        "thoa uoc lao dong tap the",
        "quy 3 nam 2025",
        "nha o cong nhan",
        "kiem tra tai chinh",
        "lao dong",
        "thi dua khen thuong quy 4",
    ];

    private static readonly (string Name, Func<int, string> Address)[] Pages =
    [
        ("list", _ => "/van-ban/den"),
        ("list, later page", i => $"/van-ban/den?sau={Later(i)}"),
        ("by state", _ => "/van-ban/den?trang-thai=cho-chi-dao"),
        ("by kind and days", i => $"/van-ban/den?loai=KH&tu-ngay=01/0{1 + i % 9}/2025&den-ngay=28/0{1 + i % 9}/2025"),
        ("overdue", _ => "/van-ban/den?qua-han=true"),
        ("words, no tone marks", i => "/van-ban/den?tu-khoa=" + Uri.EscapeDataString(Words[i % Words.Length])),
        ("number", i => $"/van-ban/den?tu-khoa={1 + i * 13 % 1900}+hd+ldld"),
        ("search page, words", i => "/van-ban/tim?q=" + Uri.EscapeDataString(Words[i % Words.Length])),
        ("search page, number", i => $"/van-ban/tim?q={1 + i * 13 % 1900}%2FKH-L%C4%90L%C4%90"),
        ("home", _ => "/"),
    ];

    /// <summary>Of the office that issued all those documents.</summary>
    private static readonly (string Name, Func<int, string> Address)[] IssuerPages =
    [
        ("issued", _ => "/van-ban/di"),
        ("issued, words", i => "/van-ban/di?tu-khoa=" + Uri.EscapeDataString(Words[i % Words.Length])),
    ];

    /// <summary>Asked for by several at once.</summary>
    private static readonly string[] Busy = ["list", "search page, words", "home"];

    private const int Readers = 8;

    public static async Task RunAsync(Provider provider)
    {
        var few = await MeasureAsync(provider, 10_000);
        var many = await MeasureAsync(provider, 1_000_000);
        Report.Head($"{provider}: page", "p50 of 10,000", "p95 of 10,000", "p50 of 1,000,000", "p95 of 1,000,000", "p95 ratio");
        foreach (var (name, times) in many.Times)
        {
            var (p95, before) = (Report.Percentile(times, 0.95), Report.Percentile(few.Times[name], 0.95));
            Report.Line(
                name,
                Report.Ms(Report.Median(few.Times[name])),
                Report.Ms(before),
                Report.Ms(Report.Median(times)),
                Report.Ms(p95),
                Report.Ratio(p95 / before)
            );
        }
        Report.Head($"{provider}: requests a second, {Readers} readers", "10,000", "1,000,000");
        foreach (var name in Busy)
            Report.Line(name, Report.Number(few.Rates[name].Pages), Report.Number(many.Rates[name].Pages));
        Console.WriteLine(
            $"Peak memory of the process: {few.Memory / 1024 / 1024} MB with 10,000, {many.Memory / 1024 / 1024} MB with 1,000,000."
        );
    }

    private static async Task<Measured> MeasureAsync(Provider provider, int documents)
    {
        await using var federation = await Federation.MakeAsync(provider);
        var loading = Stopwatch.StartNew();
        await ManyDocuments.AddAsync(federation, documents);
        // What autovacuum does within minutes.
        if (provider == Provider.PostgreSql)
            await TestPostgreSql.ExecuteAsync("vacuum analyze", federation.Settings[1]["--Database:ConnectionString=".Length..]);
        Console.Error.WriteLine($"{provider}: {documents} documents in {loading.Elapsed.TotalSeconds:F0} s");
        await using var program = await RunningProgram.StartAsync(federation.Data, federation.Settings);
        Dictionary<string, List<double>> times = [];
        foreach (var person in People)
        {
            using var visitor = await program.SignedInAsync(person, Federation.Password);
            foreach (var (name, address) in person == People[0] ? Pages.Concat(IssuerPages) : Pages)
            {
                var taken = times.TryGetValue($"{person}: {name}", out var known) ? known : times[$"{person}: {name}"] = [];
                for (var i = -10; i < Repeats; i++)
                {
                    var watch = Stopwatch.StartNew();
                    using var response = await visitor.Client.GetAsync(address(i + 10));
                    await response.Content.ReadAsByteArrayAsync();
                    response.EnsureSuccessStatusCode();
                    if (i >= 0)
                        taken.Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }
        return new(times, program.PeakMemory(), await RatesAsync(program));
    }

    /// <summary>Only the pages a second with 10,000 documents.</summary>
    public static async Task RunBusyAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await ManyDocuments.AddAsync(federation, 10_000);
        if (provider == Provider.PostgreSql)
            await TestPostgreSql.ExecuteAsync("vacuum analyze", federation.Settings[1]["--Database:ConnectionString=".Length..]);
        await using var program = await RunningProgram.StartAsync(federation.Data, federation.Settings);
        // By then the program has been compiled for what it is asked.
        await RatesAsync(program);
        await RatesAsync(program);
        Report.Head($"{provider}: {Readers} readers, 10,000 documents", "requests a second", "of the program's processors for each");
        foreach (var (name, rate) in await RatesAsync(program))
            Report.Line(name, Report.Number(rate.Pages), Report.Ms(rate.Processor));
    }

    private static async Task<Dictionary<string, Rate>> RatesAsync(RunningProgram program)
    {
        Dictionary<string, Rate> rates = [];
        foreach (var name in Busy)
            rates[name] = await RateAsync(program, Pages.Single(p => p.Name == name).Address);
        return rates;
    }

    /// <summary>Pages a second, when several readers ask one after the other for ten seconds.</summary>
    private static async Task<Rate> RateAsync(RunningProgram program, Func<int, string> address)
    {
        var visitors = new List<Visitor>();
        foreach (var person in People)
            visitors.Add(await program.SignedInAsync(person, Federation.Password));
        var (watch, before) = (Stopwatch.StartNew(), program.ProcessorTime());
        var pages = await Task.WhenAll(
            Enumerable
                .Range(0, Readers)
                .Select(reader =>
                    Task.Run(async () =>
                    {
                        var read = 0;
                        while (watch.Elapsed.TotalSeconds < 10)
                        {
                            using var response = await visitors[reader % visitors.Count].Client.GetAsync(address(read++));
                            await response.Content.ReadAsByteArrayAsync();
                            response.EnsureSuccessStatusCode();
                        }
                        return read;
                    })
                )
        );
        var (sum, processor) = (pages.Sum(), program.ProcessorTime() - before);
        var rate = new Rate(sum / watch.Elapsed.TotalSeconds, processor.TotalMilliseconds / sum);
        visitors.ForEach(v => v.Dispose());
        return rate;
    }

    /// <summary>A place in the middle of the list, as the link of a page writes it.</summary>
    private static string Later(int i) =>
        new Modules.Documents.Shared.ListCursor(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i), Guid.Empty).ToString();
}
