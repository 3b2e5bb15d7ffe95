using System.Net;
using System.Net.Sockets;
using System.Text;
using DoanKet.Testing;

namespace DoanKet.Host.Tests;

/// <summary>The running program against strangers, a reverse proxy and broken-off requests.</summary>
public sealed class HardeningTests(HardeningTests.Program program) : IClassFixture<HardeningTests.Program>
{
    private const string Site = "vanphong.example.vn";

    [Theory]
    [InlineData("/dang-nhap"), InlineData("/loi/404"), InlineData("/health/live"), InlineData("/health/ready")]
    public async Task What_a_stranger_sends_is_not_written_to_the_disk(string address)
    {
        using var client = new HttpClient { BaseAddress = program.Running.Address };
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[3_000_000]), "Files", "lon.bin" } };
        try
        {
            var answer = await client.PostAsync(address, form);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // Hung up on while it was still sending.
        }
        Assert.Empty(Directory.EnumerateFiles(program.Temporary));
    }

    [Fact]
    public async Task A_signed_in_person_sends_files_only_where_files_are_asked_for()
    {
        using var clerk = await program.Running.SignedInAsync("vanthu", "DoanKet@2021");
        var page = await clerk.OpenAsync("/doi-mat-khau");
        page.QuerySelector("main form")!.SetAttribute("enctype", "multipart/form-data");
        await clerk.UploadAsync(page, "main form", [("Files", "lon.bin", new byte[5 * 1024 * 1024])]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, clerk.Status);
        await clerk.UploadAsync(
            await clerk.OpenAsync("/van-ban/den/tiep-nhan"),
            "form[enctype]",
            [("Files", "lon.bin", new byte[5 * 1024 * 1024])]
        );
        Assert.EndsWith("/vao-so", clerk.Address, StringComparison.Ordinal);
    }

    [Theory]
    [
        InlineData("ke-xau.example", HttpStatusCode.BadRequest),
        InlineData(Site, HttpStatusCode.OK),
        InlineData("127.0.0.1", HttpStatusCode.OK),
        InlineData("localhost", HttpStatusCode.OK)
    ]
    public async Task Only_names_that_are_its_own_are_answered(string host, HttpStatusCode status) =>
        Assert.Equal(status, (await AskAsync("/dang-nhap", host)).StatusCode);

    [Fact]
    public async Task Behind_a_proxy_with_TLS_cookies_are_secure_and_everything_stays_on_https()
    {
        var signIn = await AskAsync("/dang-nhap", Site, ("X-Forwarded-Proto", "https"));
        Assert.All(signIn.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("max-age", signIn.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        var elsewhere = await AskAsync("/don-vi", Site, ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.Redirect, elsewhere.StatusCode);
        Assert.StartsWith($"https://{Site}/dang-nhap", elsewhere.Headers.Location!.ToString(), StringComparison.Ordinal);
        var plain = await AskAsync("/dang-nhap", Site);
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_program_that_guesses_is_told_to_wait()
    {
        using var client = new HttpClient { BaseAddress = program.Running.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 45; i++)
            statuses.Add((await client.PostAsync("/dang-nhap", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses.Take(40));
    }

    [Fact]
    public void Keys_and_database_belong_to_the_program_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }
        const UnixFileMode Others =
            UnixFileMode.GroupRead
            | UnixFileMode.GroupWrite
            | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead
            | UnixFileMode.OtherWrite
            | UnixFileMode.OtherExecute;
        foreach (var path in (string[])["keys", "backups", "doanket.db"])
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(program.Data, path)) & Others);
    }

    [Fact]
    public void What_a_kill_left_of_uploads_is_gone_at_the_next_start() => Assert.False(File.Exists(program.LeftBehind));

    [Theory]
    [
        InlineData("vanthu", "/van-ban/den?tu-khoa=%00"),
        InlineData("vanthu", "/van-ban/tim?q=a%00b"),
        InlineData("quantri", "/don-vi/chon?q=%00"),
        InlineData("quantri", "/tai-khoan?q=%00")
    ]
    public async Task A_NUL_in_an_address_is_a_bad_request(string userName, string address)
    {
        using var person = await program.Running.SignedInAsync(userName, "DoanKet@2021");
        await person.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, person.Status);
    }

    [Fact]
    public async Task A_request_that_stalls_is_dropped()
    {
        using var line = new TcpClient();
        await line.ConnectAsync(program.Running.Address.Host, program.Running.Address.Port);
        var stream = line.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + "1000\r\n\r\na"
            )
        );
        var answer = new byte[4096];
        // Whatever is answered, in the end the line is cut.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await stream.ReadAsync(answer, patience.Token) > 0) { }
    }

    [Fact]
    public async Task A_refusal_is_one_line_of_the_log_with_what_was_asked_and_by_whom()
    {
        using var admin = await program.Running.SignedInAsync("quantri", "DoanKet@2021");
        await admin.GetAsync("/don-vi/chon?q=%00&dau-vet=1");
        var lines = await program.Running.SaidAsync("/don-vi/chon");
        Assert.All(
            lines,
            line => Assert.Matches(@"^\d{4}-\d\d-\d\dT.* GET /don-vi/chon was refused with 400; id \S+, account [0-9a-f-]{36}: ", line)
        );
        Assert.NotEmpty(lines);
        Assert.Equal("", string.Join('\n', program.Running.Said.Where(line => line.Contains(" fail: ", StringComparison.Ordinal))));
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string host, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = program.Running.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await client.SendAsync(request);
    }

    /// <summary>The program with a small demonstration, as an installation behind a proxy would run it.</summary>
    public sealed class Program : IAsyncLifetime
    {
        public string Data { get; } = Directory.CreateTempSubdirectory("doanket-hard-").FullName;

        public string Temporary => Path.Combine(Data, "tmp");

        public string LeftBehind => Path.Combine(Temporary, "ASPNETCORE_left.tmp");

        public RunningProgram Running { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await DemoTemplate.CopyToAsync(Data, Provider.Sqlite, "small");
            Directory.CreateDirectory(Temporary);
            await File.WriteAllTextAsync(LeftBehind, "half an upload");
            Running = await RunningProgram.StartAsync(Data, $"--Site:Address=https://{Site}", "--SignIn:TriesPerMinute=40");
        }

        public async ValueTask DisposeAsync()
        {
            await Running.DisposeAsync();
            Directory.Delete(Data, recursive: true);
        }
    }
}
