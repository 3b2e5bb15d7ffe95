using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades;
using DoanKet.SigningAgent;
using DoanKet.SigningTickets;
using DoanKet.Testing.Signatures;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Signing.Tests;

/// <summary>The program beside the token, with tokens of software; and servers that are not what they say.</summary>
[Collection(Collection)]
public sealed class AgentTests(TokenOnSqlite app, SoftToken tokens) : IClassFixture<TokenOnSqlite>, IClassFixture<SoftToken>, IDisposable
{
    /// <summary>The driver is one for the whole process.</summary>
    public const string Collection = "tokens";

    private readonly HttpClient _client = app.Stranger().Client;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-agent-log-");

    [Fact]
    public async Task ATokenIsAddedAndSignsWhatIsShown()
    {
        using var leader = app.Visit(Leader);
        var job = await app.AskToAddAsync(leader);
        // Two tokens are in the machine; a wrong PIN first.
        var sitter = new Sitter("1", "000000", SoftToken.PinText);
        await RunAsync(await TokenApp.LinkAsync(leader, job), sitter);
        Assert.Contains(sitter.Seen, line => line.Contains("Mã PIN không đúng", StringComparison.Ordinal));
        Assert.Contains("Đã đăng ký", (await leader.OpenAsync(job)).Body!.TextContent, StringComparison.Ordinal);

        var document = Guid.NewGuid();
        job = await app.BeginAsync(leader, [document]);
        sitter = new Sitter(SoftToken.PinText);
        await RunAsync(await TokenApp.LinkAsync(leader, job), sitter);

        Assert.Contains(sitter.Seen, line => line.Contains("Công văn 1", StringComparison.Ordinal));
        Assert.Contains(sitter.Seen, line => line.Contains("Người Thử " + Leader, StringComparison.Ordinal));
        for (var i = 0; !app.Papers.All.ContainsKey(document); i++)
        {
            Assert.True(i < 300, "Nothing was signed.");
            await Task.Delay(50);
        }
        // When it happened, for whom by numbers alone.
        var log = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "nhat-ky.txt"));
        Assert.Contains("Sign 1 xong", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Công văn", log, StringComparison.Ordinal);
        Assert.DoesNotContain(SoftToken.PinText, log, StringComparison.Ordinal);
    }

    /// <summary>As on Windows, where there is no driver for many a token.</summary>
    [Fact]
    public async Task ATokenThatTheSystemShowsSignsWithoutADriver()
    {
        using var certificate = X509CertificateLoader.LoadPkcs12(
            TestPki.Shared.Rsa12(),
            TestPki.Password,
            X509KeyStorageFlags.Exportable | X509KeyStorageFlags.PersistKeySet
        );
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate);
        try
        {
            using var head = app.Visit(Head);
            var job = await app.AskToAddAsync(head);
            var sitter = new Sitter("1");
            await RunAsync(await TokenApp.LinkAsync(head, job), sitter, settings: new([app.Server], []), hasStore: true);

            Assert.Contains("Đã đăng ký", (await head.OpenAsync(job)).Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(sitter.Seen, line => line.StartsWith("Mã PIN", StringComparison.Ordinal));
        }
        finally
        {
            store.Remove(certificate);
        }
    }

    [Fact]
    public async Task WhoGivesUpIsToldOnThePage()
    {
        using var head = app.Visit(Head);
        var job = await app.AskToAddAsync(head);

        var refused = await Assert.ThrowsAsync<RefusedException>(async () =>
            await RunAsync(await TokenApp.LinkAsync(head, job), new Sitter("2", ""))
        );

        Assert.Contains("chưa ký", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Chưa ký được", (await head.OpenAsync(job)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatIsNotAllowedIsNotAsked()
    {
        using var asked = new HttpClient(new Answering(_ => throw new InvalidOperationException("It was asked.")));
        foreach (var server in (string[])["gia-mao.example", "localhost:81", "xn--localhost-x"])
        {
            var link = new SigningLink(server, Guid.NewGuid(), new string('A', 24));
            var refused = await Assert.ThrowsAsync<RefusedException>(() => RunAsync(link, new Sitter(), asked));
            Assert.Contains("không có trong danh sách", refused.Message, StringComparison.Ordinal);
        }
        // Without encryption only within the machine, whatever the settings say.
        var plain = new SigningLink("vanphong.example", Guid.NewGuid(), new string('A', 24));
        var settings = new AgentSettings([new("http://vanphong.example", app.Server.Key)], []);
        await Assert.ThrowsAsync<RefusedException>(() => RunAsync(plain, new Sitter(), asked, settings));
    }

    [Fact]
    public async Task ATicketOfAnotherServerOrOfBeforeIsThrownAway()
    {
        using var leader = app.Visit(Leader);
        var link = await TokenApp.LinkAsync(leader, await app.AskToAddAsync(leader));
        var other = new TicketKey(RandomNumberGenerator.GetBytes(32));
        // The settings know another key than the server has.
        var settings = new AgentSettings([new(TokenApp.Origin, other.PublicKey)], [SoftToken.Driver]);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => RunAsync(link, new Sitter(), settings: settings));
        Assert.Contains("không phải do máy chủ", refused.Message, StringComparison.Ordinal);

        // A right one, caught on the way and given again.
        var caught = other.Sign(Ticket(link.Job, []) with { Nonce = "cũ" });
        using var replay = new HttpClient(new Answering(_ => JsonContent.Create(caught, TicketJson.Default.SignedTicket)));
        refused = await Assert.ThrowsAsync<RefusedException>(() => RunAsync(link, new Sitter(), replay, settings));
        Assert.Contains("earlier question", refused.Message, StringComparison.Ordinal);
        foreach (var body in (string[])["", "null", "{}", "[1]", "{\"ticket\":\"AA==\",\"signature\":null}"])
        {
            using var broken = new HttpClient(new Answering(_ => new StringContent(body, null, "application/json")));
            await Assert.ThrowsAsync<RefusedException>(() => RunAsync(link, new Sitter(), broken, settings));
        }
    }

    [Fact]
    public async Task WhatIsNoStatementOfADocumentIsNotSigned()
    {
        var own = new TicketKey(RandomNumberGenerator.GetBytes(32));
        var settings = new AgentSettings([new(TokenApp.Origin, own.PublicKey)], [SoftToken.Driver]);
        var link = new SigningLink("localhost", Guid.NewGuid(), new string('A', 24));
        // The right server, taken over by somebody who wants a signature under something else: no PIN is asked.
        foreach (var statement in (byte[][])[SHA256.HashData("một hợp đồng"u8), [0x31, 0x00]])
        {
            using var client = Serving(own, nonce => Ticket(link.Job, [new("Công văn", "cong-van.pdf", statement)]) with { Nonce = nonce });
            var sitter = new Sitter(SoftToken.PinText);
            await Assert.ThrowsAsync<RefusedException>(() => RunAsync(link, sitter, client, settings));
            Assert.DoesNotContain(sitter.Seen, line => line.Contains("PIN", StringComparison.Ordinal));
        }

        // A statement that names another certificate than the token's.
        using var another = TestPki.Shared.RsaCertificate();
        var prepared = PreparedSignature.Prepare(
            PdfSource.FromBytes(new SmallPdf().Bytes()),
            KeyDescription.Of([another]),
            new() { Time = TestPki.Now }
        );
        var held = tokens.Certificates();
        using var third = Serving(
            own,
            nonce =>
                Ticket(link.Job, [new("Công văn", "cong-van.pdf", prepared.SignedAttributes)]) with
                {
                    Nonce = nonce,
                    Certificate = held[0],
                }
        );
        var mismatch = await Assert.ThrowsAsync<RefusedException>(() => RunAsync(link, new Sitter(SoftToken.PinText), third, settings));
        Assert.Contains("chứng thư khác", mismatch.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATokenThatIsNotThereIsWaitedForAndThenGivenUp()
    {
        var own = new TicketKey(RandomNumberGenerator.GetBytes(32));
        var settings = new AgentSettings([new(TokenApp.Origin, own.PublicKey)], [SoftToken.Driver, "/khong/co.so", "tuong-doi.so"]);
        var link = new SigningLink("localhost", Guid.NewGuid(), new string('A', 24));
        using var client = Serving(own, nonce => Ticket(link.Job, []) with { Nonce = nonce, Certificate = new string('A', 64) });
        var sitter = new Sitter("", "B");

        await Assert.ThrowsAsync<RefusedException>(() => RunAsync(link, sitter, client, settings));

        Assert.Equal(2, sitter.Seen.Count(line => line.Contains("Cắm token", StringComparison.Ordinal)));
    }

    [Fact]
    public void SettingsOfAnotherServerAreAddedAndAServersNewKeyCounts()
    {
        var before = new AgentSettings([new("https://a.example", "1"), new("https://b.example", "2")], ["/một.so"]);

        var joined = Installation.Join(before, new([new("https://b.example", "3")], ["/hai.so", "/một.so"]));

        Assert.Equal([new("https://b.example", "3"), new("https://a.example", "1")], joined.Servers);
        Assert.Equal(["/hai.so", "/một.so"], joined.Drivers);
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task RunAsync(
        SigningLink link,
        Sitter sitter,
        HttpClient? client = null,
        AgentSettings? settings = null,
        bool hasStore = false
    ) =>
        new SigningSession(
            sitter,
            new AgentFolder(_folder.FullName),
            settings ?? new([app.Server], [SoftToken.Driver]),
            client ?? _client,
            app.Clock,
            hasStore
        ).RunAsync(link, default);

    private static SigningTicket Ticket(Guid job, IReadOnlyList<TicketPaper> papers) =>
        new(TokenApp.Origin, job, "", TicketPurpose.Sign, "Người thử", "", papers, "khóa");

    /// <summary>A server that signs whatever it is told to.</summary>
    private static HttpClient Serving(TicketKey key, Func<string, SigningTicket> ticket) =>
        new(
            new Answering(request =>
            {
                if (request.RequestUri!.AbsolutePath.EndsWith("/tra", StringComparison.Ordinal))
                    return new StringContent("");
                var asked = request.Content!.ReadFromJsonAsync(TicketJson.Default.TicketRequest).GetAwaiter().GetResult()!;
                return JsonContent.Create(key.Sign(ticket(asked.Nonce)), TicketJson.Default.SignedTicket);
            })
        );

    private sealed class Answering(Func<HttpRequestMessage, HttpContent> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = answer(request) });
    }
}
