using System.Collections.Concurrent;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Agent;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.SigningAgent;
using DoanKet.SigningTickets;
using DoanKet.Testing;
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

/// <summary>The program as somebody with a token meets it.</summary>
public abstract class TokenApp(Provider provider) : SigningApp(provider)
{
    /// <summary>Under which the program is reached in a test.</summary>
    public const string Origin = "http://localhost";

    public SignedPapers Papers { get; } = new();

    public DirectoryInfo Builds { get; } = Directory.CreateTempSubdirectory("doanket-agent-");

    protected override IReadOnlyList<string> Settings => [.. base.Settings, "--Signing:AgentFolder=" + Builds.FullName];

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.AddSingleton<ISignedPapers>(Papers);
    }

    public AllowedServer Server => new(Origin, Services.GetRequiredService<AgentKeys>().Tickets.PublicKey);

    /// <summary>The link on the page of a job.</summary>
    public static async Task<SigningLink> LinkAsync(Visitor visitor, string address)
    {
        var page = await visitor.OpenAsync(address);
        var link = page.QuerySelector("a[href^='doanket-ky:']")?.GetAttribute("href");
        return SigningLink.TryParse(link, out var read) ? read : throw new InvalidOperationException("No link: " + page.Body!.TextContent);
    }

    /// <summary>A person asks that the certificate of a token be added.</summary>
    /// <returns>The address of the job.</returns>
    public async Task<string> AskToAddAsync(Visitor visitor)
    {
        await visitor.SubmitAsync(await visitor.OpenAsync("/chu-ky-so/token"), "form[data-primary]");
        return visitor.Address;
    }

    /// <summary>The leader begins a round of papers.</summary>
    /// <returns>The address of the job for the token, once all is prepared.</returns>
    public async Task<string> BeginAsync(Visitor visitor, params IReadOnlyList<Guid> documents)
    {
        var file = await SaveAsync(new DoanKet.Testing.Signatures.SmallPdf().Bytes());
        var papers = documents.Select(
            (id, i) => new RoundPaper(id, 1, $"Công văn {i + 1}", "/", file, $"cong-van-{i + 1}.pdf", "Người thử")
        );
        var begun = await AsAsync(
            Leader,
            services => services.GetRequiredService<ISigningRounds>().BeginAsync([.. papers], [], null, default)
        );
        Assert.True(begun.Ok, begun.Message);
        for (var i = 0; i < 300; i++)
        {
            await visitor.OpenAsync(begun.Value);
            if (visitor.Address.StartsWith(AgentJob.Address, StringComparison.Ordinal))
                return visitor.Address;
            await Task.Delay(50);
        }
        throw new TimeoutException("The round was not prepared.");
    }

    private Task<string> SaveAsync(byte[] content) =>
        InScopeAsync(async services =>
        {
            var kept = await services.GetRequiredService<FileVault>().SaveAsync(new MemoryStream(content), default);
            return kept.Value.Sha256;
        });
}

public sealed class TokenOnSqlite() : TokenApp(Provider.Sqlite);

public sealed class TokenOnPostgreSql() : TokenApp(Provider.PostgreSql);

/// <summary>Somebody who sits in front of the signing program and answers.</summary>
internal sealed class Sitter(params string[] answers) : IScreen
{
    private readonly Queue<string> _answers = new(answers);

    public List<string> Seen { get; } = [];

    public void Say(string text) => Seen.Add(text);

    public string? Ask(string question)
    {
        Seen.Add(question);
        return _answers.TryDequeue(out var answer) ? answer : null;
    }

    public byte[] AskPin(string question) => System.Text.Encoding.UTF8.GetBytes(Ask(question) ?? "");
}
