using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Host.Tests.Store;

/// <summary>The program with its files in a store behind a line that fails as a test says.</summary>
public class StoreApp : UnionApp, IAsyncLifetime
{
    private readonly string _key;
    private S3Server _server = null!;

    public StoreApp()
        : this(S3Server.Key) { }

    private protected StoreApp(string key)
        : base(Provider.Sqlite) => _key = key;

    public NetworkLine Line { get; private set; } = null!;

    public Visitor Visit(string userName) => KnownPerson.Visit(this, Given.AccountId(userName));

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        _server = await S3Server.StartAsync();
        Line = NetworkLine.To(_server.Address);
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Line.DisposeAsync();
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override IReadOnlyList<string> Settings =>
        [
            $"--Files:S3:Bucket={S3Server.Bucket}",
            $"--Files:S3:ServiceUrl={Line.Address}",
            $"--Files:S3:AccessKey={_key}",
            $"--Files:S3:SecretKey={S3Server.Key}",
            "--Files:S3:AnswerSeconds=1",
        ];

    protected override void ConfigureServices(IServiceCollection services) => KnownPerson.Add(services);
}

/// <summary>Somebody changed the key at the store and told nobody.</summary>
public sealed class WrongKeyApp() : StoreApp("ANOTHER");
