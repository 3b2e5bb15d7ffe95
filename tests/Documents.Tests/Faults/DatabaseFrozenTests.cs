using System.Net;
using DoanKet.Testing;
using Npgsql;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>The server of the database holds its connections and answers nothing: a full disk, a machine that hangs.</summary>
public sealed class DatabaseFrozenTests(DatabaseFrozenTests.ShortWaits app) : IClassFixture<DatabaseFrozenTests.ShortWaits>
{
    /// <summary>Time for a command, in seconds; a page may need several attempts of it.</summary>
    private const int CommandSeconds = 4;

    [Fact]
    public async Task Health_says_so_long_before_a_page_gives_up()
    {
        using var clerk = app.Visit(GivenFederation.Clerk);
        using var watcher = app.Stranger();
        await clerk.OpenAsync("/van-ban/den");
        app.Line.Freeze();
        var page = clerk.GetAsync("/van-ban/den");
        await watcher.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, watcher.Status);
        Assert.False(page.IsCompleted);
        await watcher.OpenAsync("/health/live");
        app.Line.Thaw();
        await page;
        await clerk.OpenAsync("/van-ban/den");
        await watcher.OpenAsync("/health/ready");
    }

    [Fact]
    public async Task A_page_gives_up_with_words_and_works_again_when_the_server_does()
    {
        using var clerk = app.Visit(GivenFederation.Clerk);
        await clerk.OpenAsync("/van-ban/den");
        app.Line.Freeze();
        var page = await clerk.GetAsync("/van-ban/den");
        app.Line.Thaw();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Status);
        Assert.Contains("tạm thời không trả lời", page.Body!.TextContent, StringComparison.Ordinal);
        await clerk.OpenAsync("/van-ban/den");
    }

    public sealed class ShortWaits() : UnionApp(Provider.PostgreSql)
    {
        public NetworkLine Line { get; private set; } = null!;

        public Visitor Visit(string userName) => KnownPerson.Visit(this, Given.AccountId(userName));

        protected override void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
            KnownPerson.Add(services);

        protected override string Reach(string connectionString)
        {
            (Line, var through) = NetworkLine.To(connectionString);
            return new NpgsqlConnectionStringBuilder(through)
            {
                CommandTimeout = CommandSeconds,
                Timeout = CommandSeconds,
            }.ConnectionString;
        }
    }
}
