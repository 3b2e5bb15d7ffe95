using DoanKet.Host.Web;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace DoanKet.Testing;

/// <summary>The whole program in this process on a real database of its own; fakes only at the edge (clock).</summary>
public abstract class UnionApp(Provider provider) : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("doanket-test-").FullName;
    private WebApplication? _app;

    public Provider Provider => provider;

    public TestClock Clock { get; } = new();

    public GivenFederation Given { get; private set; } = null!;

    public string DataFolder => _data;

    public IServiceProvider Services => App.Services;

    private WebApplication App => _app ?? throw new InvalidOperationException("The program has not started.");

    /// <summary>Settings for the program, as on its command line.</summary>
    protected virtual IReadOnlyList<string> Settings => [];

    public async ValueTask InitializeAsync()
    {
        string[] database =
            provider == Provider.Sqlite
                ? []
                :
                [
                    "--Database:Provider=postgresql",
                    "--Database:ConnectionString=" + Reach(await TestPostgreSql.CreateDatabaseAsync(MigrateAsync)),
                ];
        _app = Build([.. database, .. Settings]);
        await PrepareAsync(_app);
        await _app.StartAsync();
        Given = await InScopeAsync(GivenFederation.CreateAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser without JavaScript that nobody has signed in with.</summary>
    public Visitor Stranger() => new(App.GetTestServer());

    public async Task<Visitor> SignedInAsync(string userName)
    {
        var visitor = Stranger();
        await visitor.SignInAsync(userName, GivenFederation.Password);
        return visitor;
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> body)
    {
        await using var scope = Services.CreateAsyncScope();
        return await body(scope.ServiceProvider);
    }

    public Task<T> InDbAsync<T>(Func<UnionDb, Task<T>> body) => InScopeAsync(services => body(services.GetRequiredService<UnionDb>()));

    /// <summary>Runs as a signed-in person, below the pages: for handlers.</summary>
    public Task<T> AsAsync<T>(string userName, Func<IServiceProvider, Task<T>> body) =>
        InScopeAsync(async services =>
        {
            services.GetRequiredService<UserContext>().Current = await services
                .GetRequiredService<CurrentUserLoader>()
                .LoadAsync(Given.AccountId(userName), null, default);
            return await body(services);
        });

    /// <summary>Does all waiting jobs now.</summary>
    public async Task RunJobsAsync()
    {
        while (await Services.GetRequiredService<JobRunner>().RunDueAsync(default) > 0) { }
    }

    // As when published: an endpoint that looks for changed assets belongs to development alone.
    private WebApplication Build(string[] settings) =>
        WebProgram.Build(
            _data,
            [.. settings, "--ReloadStaticAssetsAtRuntime=false", "--SignIn:TriesPerMinute=100000"],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                builder.Services.Replace(ServiceDescriptor.Singleton<IFileReader, ReaderInProcess>());
                // Jobs run when a test says so.
                foreach (
                    var runner in builder
                        .Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is not null)
                        .ToList()
                )
                    builder.Services.Remove(runner);
                ConfigureServices(builder.Services);
            }
        );

    protected virtual void ConfigureServices(IServiceCollection services) { }

    /// <summary>The way to the PostgreSQL database, which a test may lead through something of its own.</summary>
    protected virtual string Reach(string connectionString) => connectionString;

    private async Task MigrateAsync(string connectionString)
    {
        await using var app = Build(["--Database:Provider=postgresql", "--Database:ConnectionString=" + connectionString]);
        await PrepareAsync(app);
    }

    private static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().HandleAsync(default);
    }
}

public sealed class SqliteApp() : UnionApp(Provider.Sqlite);

public sealed class PostgreSqlApp() : UnionApp(Provider.PostgreSql);
