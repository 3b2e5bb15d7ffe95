using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using DoanKet.Pades;
using DoanKet.SigningAgent;
using DoanKet.SigningTickets;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Signing.Tests;

public sealed class TicketsOnSqlite(TokenOnSqlite app) : TicketTests(app), IClassFixture<TokenOnSqlite>;

public sealed class TicketsOnPostgreSql(TokenOnPostgreSql app) : TicketTests(app), IClassFixture<TokenOnPostgreSql>;

/// <summary>
/// What the server gives to a program that shows a code, and what it takes back; the key here is a file that plays a token.
/// </summary>
public abstract class TicketTests(TokenApp app) : IDisposable
{
    private readonly Pkcs12Key _key = TestPki.Shared.RsaKey();
    private readonly HttpClient _client = app.Stranger().Client;

    [Fact]
    public async Task ACertificateIsAddedAndARoundIsSignedWithIt()
    {
        using var leader = app.Visit(Leader);
        await AddAsync(leader);
        Assert.Contains(
            "USB token",
            (await leader.OpenAsync("/chu-ky-so")).QuerySelector(".dk-facts")!.TextContent,
            StringComparison.Ordinal
        );

        Guid[] documents = [Guid.NewGuid(), Guid.NewGuid()];
        var job = await app.BeginAsync(leader, documents);
        var ticket = await FetchAsync(await TokenApp.LinkAsync(leader, job));
        Assert.Equal(["Công văn 1", "Công văn 2"], ticket.Papers.Select(paper => paper.Title));
        Assert.Contains("đang mở", (await leader.OpenAsync(job)).Body!.TextContent, StringComparison.Ordinal);
        // In another order than asked: each value finds its paper.
        Assert.Equal(HttpStatusCode.NoContent, await AnswerAsync(ticket, new(ticket.AnswerKey, [.. (await SignAsync(ticket)).Reverse()])));

        await leader.UntilAsync(job, "Đã ký 2/2");
        Assert.All(documents, id => Assert.Contains("Ký số bằng token", app.Papers.All[id].Method, StringComparison.Ordinal));
        // Once more: nothing waits for it.
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(ticket, new(ticket.AnswerKey, await SignAsync(ticket))));
    }

    [Fact]
    public async Task TheUnitsCertificateIsAddedByItsClerk()
    {
        using var clerk = app.Visit(Clerk);

        await AddAsync(clerk, forOffice: true);

        Assert.Contains("USB token", await PlaceAsync(clerk, "/chu-ky-so/co-quan"), StringComparison.Ordinal);
        Assert.Equal("", await PlaceAsync(clerk, "/chu-ky-so"));
        using var leader = app.Visit(Leader);
        await leader.SubmitAsync(await leader.OpenAsync("/chu-ky-so/token?coQuan=true"), "form[data-primary]");
        Assert.Equal(HttpStatusCode.NotFound, leader.Status);
    }

    [Fact]
    public async Task ACodeIsGoodOnceAndNotForLong()
    {
        using var leader = app.Visit(Leader);
        await AddAsync(leader);
        var job = await app.BeginAsync(leader, [Guid.NewGuid()]);
        var old = await TokenApp.LinkAsync(leader, job);
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        await Assert.ThrowsAsync<RefusedException>(() => FetchAsync(old));

        var link = await TokenApp.LinkAsync(leader, job);
        await Assert.ThrowsAsync<RefusedException>(() => FetchAsync(link with { Job = Guid.NewGuid() }));
        var ticket = await FetchAsync(link);
        await Assert.ThrowsAsync<RefusedException>(() => FetchAsync(link));

        // Given out again, the first ticket is worth nothing.
        await leader.SubmitAsync(await leader.OpenAsync(job), "main form");
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(ticket, new(ticket.AnswerKey, await SignAsync(ticket))));
        await Assert.ThrowsAsync<RefusedException>(() => FetchAsync(link));
        await FetchAsync(await TokenApp.LinkAsync(leader, job));
    }

    [Fact]
    public async Task WhatDoesNotFitIsNotUsed()
    {
        using var leader = app.Visit(Leader);
        await AddAsync(leader);
        var document = Guid.NewGuid();
        var job = await app.BeginAsync(leader, [document]);
        var ticket = await FetchAsync(await TokenApp.LinkAsync(leader, job));
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(ticket, new("khác", await SignAsync(ticket))));
        Assert.Equal(HttpStatusCode.NoContent, await AnswerAsync(ticket, new(ticket.AnswerKey, [RandomNumberGenerator.GetBytes(256)])));
        Assert.Contains("không khớp", (await leader.OpenAsync(job)).Body!.TextContent, StringComparison.Ordinal);
        Assert.False(app.Papers.All.ContainsKey(document));

        // The person tries again, and gives up at the token.
        await leader.SubmitAsync(await leader.OpenAsync(job), "form[data-primary]");
        ticket = await FetchAsync(await TokenApp.LinkAsync(leader, job));
        await AnswerAsync(ticket, new(ticket.AnswerKey, Failure: "Không nhập đúng mã PIN; chưa ký."));
        Assert.Contains("mã PIN", (await leader.OpenAsync(job)).Body!.TextContent, StringComparison.Ordinal);

        await leader.SubmitAsync(await leader.OpenAsync(job), "form[action*=End]");
        await leader.UntilAsync(job, "Đã ký 0/1");
    }

    [Fact]
    public async Task ACertificateWithoutItsKeyIsNotAdded()
    {
        using var head = app.Visit(Head);
        var job = await app.AskToAddAsync(head);
        var ticket = await FetchAsync(await TokenApp.LinkAsync(head, job));
        byte[][] certificates = [_key.Certificates[0].RawData];
        // A signature of the right key over something else.
        var proof = await _key.SignHashAsync(SHA256.HashData("khác"u8));

        await AnswerAsync(ticket, new(ticket.AnswerKey, Certificates: certificates, Proof: proof));

        Assert.Contains("không khớp", (await head.OpenAsync(job)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "USB token",
            (await head.OpenAsync("/chu-ky-so")).QuerySelector(".dk-facts")?.TextContent ?? "",
            StringComparison.Ordinal
        );
        // Nobody else sees the job.
        using var other = app.Visit(Leader);
        await other.GetAsync(job);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"code\":null,\"nonce\":\"n\"}")]
    [InlineData("{\"answerKey\":\"k\",\"values\":[null]}")]
    public async Task WhatIsNoQuestionGetsNoAnswer(string body)
    {
        foreach (var what in (string[])["nhan", "tra"])
        {
            using var content = new StringContent(body);
            using var answer = await _client.PostAsync($"/chu-ky-so/may-ky/{Guid.NewGuid()}/{what}", content);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task TheProgramComesWithTheSettingsOfThisServer()
    {
        Directory.CreateDirectory(Path.Combine(app.Builds.FullName, "linux-x64"));
        await File.WriteAllTextAsync(Path.Combine(app.Builds.FullName, "linux-x64", "doanket-ky"), "chương trình");
        using var leader = app.Visit(Leader);
        Assert.Contains("Linux", (await leader.OpenAsync("/chu-ky-so/token")).Body!.TextContent, StringComparison.Ordinal);

        using var zip = new System.IO.Compression.ZipArchive(await leader.Client.GetStreamAsync("/chu-ky-so/token/tep/linux-x64"));

        await using var settings = zip.GetEntry("doanket-ky/may-chu.json")!.Open();
        var read = await System.Text.Json.JsonSerializer.DeserializeAsync(settings, TicketJson.Default.AgentSettings);
        Assert.Equal(app.Server, Assert.Single(read!.Servers));
        Assert.NotNull(zip.GetEntry("doanket-ky/doanket-ky"));
        using var missing = await leader.Client.GetAsync("/chu-ky-so/token/tep/..%2F..%2Fkhac");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    public void Dispose()
    {
        _key.Dispose();
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task<SigningTicket> FetchAsync(SigningLink link) => new ServerCalls(_client, app.Server).FetchAsync(link, default);

    private async Task<HttpStatusCode> AnswerAsync(SigningTicket ticket, TicketAnswer answer)
    {
        using var response = await _client.PostAsync(
            $"/chu-ky-so/may-ky/{ticket.Job}/tra",
            JsonContent.Create(answer, TicketJson.Default.TicketAnswer)
        );
        return response.StatusCode;
    }

    private async Task<byte[][]> SignAsync(SigningTicket ticket) =>
        await Task.WhenAll(
            ticket.Papers.Select(paper => _key.SignHashAsync(SignatureStatement.Read(paper.Statement).HashToSign(_key.Hash)))
        );

    private static async Task<string> PlaceAsync(Visitor visitor, string page) =>
        (await visitor.OpenAsync(page)).QuerySelector(".dk-facts")?.TextContent ?? "";

    private async Task AddAsync(Visitor visitor, bool forOffice = false)
    {
        var job = await app.AskToAddAsync(visitor, forOffice);
        var ticket = await FetchAsync(await TokenApp.LinkAsync(visitor, job));
        var message = TokenProof.Message(TokenApp.Origin, ticket.Job, _key.Certificates[0].RawData);
        var proof = await _key.SignHashAsync(SHA256.HashData(message));
        var certificates = _key.Certificates.Select(certificate => certificate.RawData).ToList();
        Assert.Equal(HttpStatusCode.NoContent, await AnswerAsync(ticket, new(ticket.AnswerKey, Certificates: certificates, Proof: proof)));
        Assert.Contains("Đã đăng ký", (await visitor.OpenAsync(job)).Body!.TextContent, StringComparison.Ordinal);
    }
}
