using System.Diagnostics;
using DoanKet.Host.Web;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Bench;

/// <summary>Ten thousand quick jobs alone, and while a slow one runs: none waits for it.</summary>
internal static class JobsBench
{
    private const int Jobs = 10_000;

    /// <summary>How often a job was done, and what the slow one waits for.</summary>
    private sealed class Ledger
    {
        private int _done;

        public TaskCompletionSource Began { get; } = new();

        public TaskCompletionSource AllDone { get; private set; } = new();

        public void Begin() => (_done, AllDone) = (0, new());

        public void Count()
        {
            if (Interlocked.Increment(ref _done) == Jobs)
                AllDone.SetResult();
        }
    }

    private sealed class QuickJob(Ledger ledger) : IJobHandler
    {
        public Task RunAsync(string payload, CancellationToken ct)
        {
            ledger.Count();
            return Task.CompletedTask;
        }
    }

    private sealed class SlowJob(Ledger ledger) : IJobHandler
    {
        public async Task RunAsync(string payload, CancellationToken ct)
        {
            ledger.Began.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
        }
    }

    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        var ledger = new Ledger();
        await using var app = WebProgram.Build(
            federation.Data,
            [.. federation.Settings, "--urls", "http://127.0.0.1:0"],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder
                    .Services.AddSingleton(ledger)
                    .AddJob<QuickJob>("bench.quick", "Việc nhanh", JobLane.Quick)
                    .AddJob<SlowJob>("bench.slow", "Việc chậm", JobLane.Slow);
            }
        );
        await app.StartAsync();
        var alone = await QuickAsync(app, ledger);
        await AddAsync(app, "bench.slow", 1);
        await ledger.Began.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var beside = await QuickAsync(app, ledger);
        Report.Head("database", "10,000 quick jobs alone", "while a slow one runs", "ratio");
        Report.Line(provider.ToString(), $"{Report.Ratio(alone)} s", $"{Report.Ratio(beside)} s", Report.Ratio(beside / alone));
        await app.StopAsync();
    }

    private static async Task<double> QuickAsync(Microsoft.AspNetCore.Builder.WebApplication app, Ledger ledger)
    {
        ledger.Begin();
        var watch = Stopwatch.StartNew();
        await AddAsync(app, "bench.quick", Jobs);
        await ledger.AllDone.Task.WaitAsync(TimeSpan.FromMinutes(5));
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task AddAsync(Microsoft.AspNetCore.Builder.WebApplication app, string kind, int count)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();
        await scope
            .ServiceProvider.GetRequiredService<Work>()
            .RunAsync(
                () =>
                {
                    for (var i = 0; i < count; i++)
                        queue.Add(kind, "");
                    return Task.FromResult(Result.Success);
                },
                default
            );
    }
}
