using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using DoanKet.Testing;

namespace DoanKet.Bench;

/// <summary>
/// Strangers ask for the sign-in page and guess passwords, a thousand requests a second whether answers come or not; meanwhile somebody
/// works.
/// </summary>
internal static class StrangersBench
{
    private const int PerSecond = 1000,
        Seconds = 30;

    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await using var program = await RunningProgram.StartAsync(federation.Data, federation.Settings);
        using var clerk = await program.SignedInAsync("vanthu", Federation.Password);
        var before = SizeOf(federation.Data);
        using var strangers = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = program.Address,
        };
        ConcurrentBag<(HttpStatusCode? Status, double Time)> answers = [];
        ConcurrentBag<double> working = [];
        var watch = Stopwatch.StartNew();
        var work = WorkAsync();
        List<Task> asked = [];
        for (var sent = 0; sent < PerSecond * Seconds; sent++)
        {
            if (watch.Elapsed.TotalSeconds * PerSecond < sent)
                await Task.Delay(1);
            asked.Add(AskAsync(sent));
        }
        await Task.WhenAll(asked);
        var all = watch.Elapsed.TotalSeconds;
        await work;
        Report.Head(
            "database",
            "requests",
            "done in",
            "answers",
            "median",
            "p95",
            "p95 of who works",
            "peak memory",
            "data folder grew by"
        );
        var statuses = answers.GroupBy(a => a.Status).OrderBy(g => g.Key).Select(g => $"{(g.Key is { } s ? (int)s : "none")}: {g.Count()}");
        Report.Line(
            $"{provider}",
            $"{answers.Count}",
            $"{all:F0} s",
            string.Join(", ", statuses),
            Report.Ms(Report.Median(answers.Select(a => a.Time))),
            Report.Ms(Report.Percentile(answers.Select(a => a.Time), 0.95)),
            Report.Ms(Report.Percentile(working, 0.95)),
            $"{program.PeakMemory() / 1024 / 1024} MB",
            $"{(SizeOf(federation.Data) - before) / 1024} kB"
        );

        async Task AskAsync(int number)
        {
            var started = watch.Elapsed;
            HttpStatusCode? status = null;
            try
            {
                using var guess = new FormUrlEncodedContent([
                    new("Input.UserName", $"ten{number % 5000}"),
                    new("Input.Password", $"mat-khau-{number}"),
                ]);
                using var answer =
                    number % 4 == 0 ? await strangers.PostAsync("/dang-nhap", guess) : await strangers.GetAsync("/dang-nhap");
                await answer.Content.ReadAsByteArrayAsync();
                status = answer.StatusCode;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                // Counted as "none".
            }
            answers.Add((status, (watch.Elapsed - started).TotalMilliseconds));
        }

        async Task WorkAsync()
        {
            while (watch.Elapsed.TotalSeconds < Seconds)
            {
                var started = watch.Elapsed;
                await clerk.OpenAsync("/van-ban/den");
                working.Add((watch.Elapsed - started).TotalMilliseconds);
                await Task.Delay(200);
            }
        }
    }

    private static long SizeOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
}
