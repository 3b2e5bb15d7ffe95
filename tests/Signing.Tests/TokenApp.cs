using DoanKet.Modules.Signing.Agent;
using DoanKet.SigningAgent;
using DoanKet.SigningTickets;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Signing.Tests;

/// <summary>The program as somebody with a token meets it.</summary>
public abstract class TokenApp(Provider provider) : RoundApp(provider)
{
    /// <summary>Under which the program is reached in a test.</summary>
    public const string Origin = "http://localhost";

    public DirectoryInfo Builds { get; } = Directory.CreateTempSubdirectory("doanket-agent-");

    protected override IReadOnlyList<string> Settings => [.. base.Settings, "--Signing:AgentFolder=" + Builds.FullName];

    public AllowedServer Server => new(Origin, Services.GetRequiredService<AgentKeys>().Tickets.PublicKey);

    /// <summary>The link on the page of a job.</summary>
    public static async Task<SigningLink> LinkAsync(Visitor visitor, string address)
    {
        var page = await visitor.OpenAsync(address);
        var link = page.QuerySelector("a[href^='doanket-ky:']")?.GetAttribute("href");
        return SigningLink.TryParse(link, out var read) ? read : throw new InvalidOperationException("No link: " + page.Body!.TextContent);
    }

    /// <summary>A person asks that the certificate of a token be added.</summary>
    /// <param name="forOffice">The unit's, which the person keeps.</param>
    /// <returns>The address of the job.</returns>
    public async Task<string> AskToAddAsync(Visitor visitor, bool forOffice = false)
    {
        await visitor.SubmitAsync(await visitor.OpenAsync("/chu-ky-so/token" + (forOffice ? "?coQuan=true" : "")), "form[data-primary]");
        return visitor.Address;
    }
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
