using System.Net;
using DoanKet.Testing;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>Files as they come from outside, given to the running program by its page and read in its child process.</summary>
public sealed class BadFileTests(BadFileTests.Program program) : IClassFixture<BadFileTests.Program>
{
    private const string Intake = "/van-ban/den/tiep-nhan",
        Form = "form[enctype]";
    private const int MaxMegabytes = 8;

    private static readonly byte[] Decree = File.ReadAllBytes(Decree30.PathOf("30_2020_ND_CP.pdf"));
    private static readonly byte[] Picture = [0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[50]];

    public static TheoryData<string, string> Files =>
        new()
        {
            { "khoa.pdf", "Tệp có mật khẩu nên không đọc được" },
            { "lap.pdf", "Đọc tệp mất quá nhiều thời gian" },
            { "tai-do.pdf", "Tệp hỏng hoặc tải về chưa đủ" },
            { "anh.pdf", "tên là .pdf nhưng nội dung là .png" },
            { "rac.pdf", "tên là .pdf nhưng nội dung không phải" },
            { "chuong-trinh.exe", "Loại tệp này không đọc được chữ" },
        };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_that_cannot_be_read_is_kept_the_clerk_is_told_why_and_registers_by_hand(string name, string words)
    {
        var content = name switch
        {
            "khoa.pdf" => BadFile.Locked(),
            "lap.pdf" => BadFile.Looping(),
            "tai-do.pdf" => Decree[..2000],
            "anh.pdf" => Picture,
            "rac.pdf" => [.. Enumerable.Range(0, 3000).Select(i => (byte)(i * 7919 >> 3))],
            _ => [.. "MZ"u8, .. new byte[300]],
        };
        using var clerk = await program.ClerkAsync();
        var page = await clerk.UploadAsync(await clerk.OpenAsync(Intake), Form, [("Files", name, content)]);
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.EndsWith("/vao-so", clerk.Address);
        var told = page.Body!.TextContent;
        // What takes long is read beside the page; the clerk may type meanwhile, or load it again.
        for (var tries = 0; tries < 240 && page.Body!.TextContent.Contains("đang đọc tệp", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(250);
            page = await clerk.OpenAsync(clerk.Address);
        }
        var main = page.QuerySelector("main")!.TextContent;
        Assert.True((told + main).Contains(words, StringComparison.Ordinal), main);
        var document = clerk.Address[..^"/vao-so".Length];
        Assert.Equal(content, await clerk.Client.GetByteArrayAsync(document + "/tep/1"));
        page = await clerk.SubmitAsync(
            page,
            "#vao-so .btn-primary",
            ("Input.Issuer", "Huyện ủy"),
            ("Input.Subject", "Nhập tay " + name),
            ("Input.IssuedOn", "")
        );
        Assert.Contains("Số đến:", page.Body!.TextContent);
    }

    [Fact]
    public async Task A_file_far_over_the_limit_is_refused_in_words_and_never_held_in_memory()
    {
        using var clerk = await program.ClerkAsync();
        await clerk.UploadAsync(await clerk.OpenAsync(Intake), Form, [("Files", "vua.bin", new byte[MaxMegabytes * 1024 * 1024])]);
        Assert.EndsWith("/vao-so", clerk.Address);
        var before = program.Running.PeakMemory();
        var huge = new byte[150 * 1024 * 1024];
        var page = await clerk.UploadAsync(await clerk.OpenAsync(Intake), Form, [("Files", "qua-lon.pdf", huge)], ("As", "one"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains($"qua-lon.pdf: Tệp lớn hơn {MaxMegabytes} MB. Hãy nén nhỏ", page.Body!.TextContent);
        Assert.NotNull(page.QuerySelector("input[name=As][value=one][checked]"));
        Assert.InRange(program.Running.PeakMemory() - before, 0, huge.Length / 2);
        await TemporaryFiles.AssertGoneAsync(program.Data);
    }

    [Fact]
    public async Task A_request_larger_than_all_files_may_be_together_is_called_too_large()
    {
        using var clerk = await program.ClerkAsync();
        var page = await clerk.UploadAsync(
            await clerk.OpenAsync(Intake),
            Form,
            [("Files", "tat-ca.zip", new byte[(MaxMegabytes * 20 + 5) * 1024 * 1024])]
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, clerk.Status);
        Assert.Contains("Tệp quá lớn", page.Body!.TextContent);
        Assert.Contains("nén nhỏ", page.Body!.TextContent);
    }

    /// <summary>The program with a small demonstration, a small limit and little patience.</summary>
    public sealed class Program : IAsyncLifetime
    {
        public string Data { get; } = Directory.CreateTempSubdirectory("doanket-files-").FullName;

        public RunningProgram Running { get; private set; } = null!;

        public Task<Visitor> ClerkAsync() => Running.SignedInAsync("vanthu", "DoanKet@2021");

        public async ValueTask InitializeAsync()
        {
            await DemoTemplate.CopyToAsync(Data, Provider.Sqlite, "small");
            Running = await RunningProgram.StartAsync(Data, $"--Files:MaxMegabytes={MaxMegabytes}", "--Files:ReadSeconds=10");
        }

        public async ValueTask DisposeAsync()
        {
            await Running.DisposeAsync();
            Directory.Delete(Data, recursive: true);
        }
    }
}
