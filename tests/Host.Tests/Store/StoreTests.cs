using System.Net;
using System.Net.Http.Headers;
using DoanKet.Testing;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Host.Tests.Store;

/// <summary>The program with its files in an S3-compatible store that fails in every way a store fails.</summary>
public sealed class StoreTests(StoreTests.StoreApp app) : IClassFixture<StoreTests.StoreApp>
{
    private const string Intake = "/van-ban/den/tiep-nhan";

    private static byte[] Paper(int seed)
    {
        var bytes = new byte[2_000_000];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Takes a paper in; the address of its file.</summary>
    private static async Task<string> TakenInAsync(Visitor clerk, byte[] content)
    {
        await clerk.UploadAsync(await clerk.OpenAsync(Intake), "form[enctype]", [("Files", "quet.bin", content)]);
        Assert.EndsWith("/vao-so", clerk.Address, StringComparison.Ordinal);
        return clerk.Address[..^"/vao-so".Length] + "/tep/1";
    }

    [Fact]
    public async Task A_file_comes_back_whole_and_in_parts()
    {
        using var clerk = app.Visit(Clerk);
        var content = Paper(1);
        var file = await TakenInAsync(clerk, content);
        Assert.Equal(content, await clerk.Client.GetByteArrayAsync(file));
        var before = app.Store.Sent;
        using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { Range = new RangeHeaderValue(1_000_000, 1_000_099) } };
        var part = await clerk.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(content[1_000_000..1_000_100], await part.Content.ReadAsByteArrayAsync());
        // Not the million bytes before it.
        Assert.InRange(app.Store.Sent - before, 100, 1_000_000);
    }

    [Theory]
    [InlineData(StoreMood.Frozen), InlineData(StoreMood.Refusing), InlineData(StoreMood.Broken)]
    public async Task A_store_that_fails_is_named_and_the_rest_goes_on(StoreMood mood)
    {
        using var clerk = app.Visit(Clerk);
        var file = await TakenInAsync(clerk, Paper(2 + (int)mood));
        app.Store.Mood = mood;
        try
        {
            var page = await clerk.GetAsync(file);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Status);
            Assert.Contains("Kho tệp không trả lời", page.Body!.TextContent, StringComparison.Ordinal);
            await clerk.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Status);
            page = await clerk.UploadAsync(await clerk.OpenAsync(Intake), "form[enctype]", [("Files", "quet.bin", Paper(20 + (int)mood))]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
            Assert.Contains("kho tệp không trả lời", page.Body!.TextContent, StringComparison.Ordinal);
            await clerk.OpenAsync("/van-ban/den");
        }
        finally
        {
            app.Store.Mood = StoreMood.Well;
        }
        await clerk.OpenAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, (await clerk.Client.GetAsync(file)).StatusCode);
    }

    public sealed class StoreApp() : UnionApp(Provider.Sqlite), IAsyncLifetime
    {
        public SmallStore Store { get; private set; } = null!;

        public Visitor Visit(string userName) => KnownPerson.Visit(this, Given.AccountId(userName));

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            Store = await SmallStore.StartAsync();
            await InitializeAsync();
        }

        async ValueTask IAsyncDisposable.DisposeAsync()
        {
            await DisposeAsync();
            await Store.DisposeAsync();
        }

        protected override IReadOnlyList<string> Settings =>
            ["--Files:S3:Bucket=thu", $"--Files:S3:ServiceUrl={Store.Address}", "--Files:S3:AccessKey=a", "--Files:S3:SecretKey=b", "--Files:S3:AnswerSeconds=1"];

        protected override void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => KnownPerson.Add(services);
    }
}
