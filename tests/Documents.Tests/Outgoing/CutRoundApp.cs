using DoanKet.Contracts.Signing;
using DoanKet.DocumentReading;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>Where the work on a round breaks off, as if the program were killed there.</summary>
public sealed class Cut
{
    public bool WhenPreparing { get; set; }

    public bool WhenRecording { get; set; }
}

/// <summary>The program, in which rounds of signatures are cut off.</summary>
public abstract class CutRoundApp(Provider provider) : UnionPages(provider)
{
    public Cut Cut { get; } = new();

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        var reader = new ReaderInProcess();
        services.AddSingleton<IFileReader>(_ => new CutReader(reader, Cut));
        var papers = services.Last(service => service.ServiceType == typeof(ISignedPapers)).ImplementationType!;
        services.AddScoped(papers);
        services.AddScoped<ISignedPapers>(scope => new CutPapers((ISignedPapers)scope.GetRequiredService(papers), Cut));
    }

    private sealed class CutReader(IFileReader reader, Cut cut) : IFileReader
    {
        public Task<ReadResult> ReadAsync(string path, CancellationToken ct) =>
            cut.WhenPreparing ? throw new OperationCanceledException("killed") : reader.ReadAsync(path, ct);
    }

    private sealed class CutPapers(ISignedPapers papers, Cut cut) : ISignedPapers
    {
        public (string Address, string Name) Tray => papers.Tray;

        public async Task<Result> RecordAsync(RoundPaper paper, SigningOutcome outcome, CancellationToken ct)
        {
            var result = await papers.RecordAsync(paper, outcome, ct);
            // Killed after all was done, and before it was kept.
            return cut.WhenRecording ? throw new OperationCanceledException("killed") : result;
        }
    }
}

public sealed class CutRoundOnSqlite() : CutRoundApp(Provider.Sqlite);

public sealed class CutRoundOnPostgreSql() : CutRoundApp(Provider.PostgreSql);
