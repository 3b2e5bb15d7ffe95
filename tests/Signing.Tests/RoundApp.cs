using System.Collections.Concurrent;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Signing.Tests;

/// <summary>Takes what was signed in a round, in the place of the module of documents.</summary>
public sealed class SignedPapers : ISignedPapers
{
    public ConcurrentDictionary<Guid, SigningOutcome> All { get; } = [];

    public (string Address, string Name) Tray => ("/van-ban/di/ky", "Về trang Trình ký");

    public Task<Result> RecordAsync(RoundPaper paper, SigningOutcome outcome, CancellationToken ct)
    {
        All[paper.DocumentId] = outcome;
        return Task.FromResult(Result.Success);
    }
}

/// <summary>The program as somebody meets it who signs papers in a round.</summary>
public abstract class RoundApp(Provider provider) : SigningApp(provider)
{
    public SignedPapers Papers { get; } = new();

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.AddSingleton<ISignedPapers>(Papers);
    }

    /// <summary>The leader begins a round of papers with a key that is somewhere else.</summary>
    /// <returns>The address where it is asked for, once all is prepared.</returns>
    public async Task<string> BeginAsync(Visitor visitor, IReadOnlyList<Guid> documents, string? secret = null)
    {
        var file = await SaveAsync(new SmallPdf().Bytes());
        var papers = documents.Select(
            (id, i) => new RoundPaper(id, 1, $"Công văn {i + 1}", "/", file, $"cong-van-{i + 1}.pdf", "Người thử")
        );
        var begun = await AsAsync(
            Leader,
            services => services.GetRequiredService<ISigningRounds>().BeginAsync([.. papers], [], secret, default)
        );
        Assert.True(begun.Ok, begun.Message);
        await visitor.UntilAsync(begun.Value, _ => !visitor.Address.StartsWith(begun.Value, StringComparison.Ordinal));
        return visitor.Address;
    }

    public Task<string> SaveAsync(byte[] content) =>
        InScopeAsync(async services =>
        {
            var kept = await services.GetRequiredService<FileVault>().SaveAsync(new MemoryStream(content), default);
            return kept.Value.Sha256;
        });
}
