using DoanKet.Host.Web;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
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
        string[] database = [];
        if (provider == Provider.Sqlite)
            Template.Copy(await GivenSqliteAsync(), _data);
        else
            database = TestPostgreSql.SettingsFor(Reach(await TestPostgreSql.CopyAsync(await GivenPostgreSqlAsync())));
        _app = Build(_data, [.. database, .. Settings], Clock, ConfigureServices);
        await PrepareAsync(_app);
        await _app.StartAsync();
        Given = await InScopeAsync(GivenFederation.FindAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
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
    private static WebApplication Build(string data, string[] settings, TestClock clock, Action<IServiceCollection> configure) =>
        WebProgram.Build(
            data,
            [.. settings, "--ReloadStaticAssetsAtRuntime=false", "--SignIn:TriesPerMinute=100000"],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                builder.Services.Replace(ServiceDescriptor.Singleton<IFileReader, ReaderInProcess>());
                // Hashing is slow on purpose, which guards nothing here.
                builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
                // Jobs run when a test says so.
                foreach (
                    var runner in builder
                        .Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is not null)
                        .ToList()
                )
                    builder.Services.Remove(runner);
                configure(builder.Services);
            }
        );

    protected virtual void ConfigureServices(IServiceCollection services) { }

    /// <summary>The way to the PostgreSQL database, which a test may lead through something of its own.</summary>
    protected virtual string Reach(string connectionString) => connectionString;

    /// <summary>A data folder with nothing but the database of <see cref="GivenFederation"/>.</summary>
    private static Task<string> GivenSqliteAsync() =>
        Template.MadeAsync(
            "given",
            async folder =>
            {
                var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
                await PlantAsync(data, []);
                SqliteConnection.ClearAllPools();
                foreach (var file in Directory.EnumerateFiles(data, "doanket.db*"))
                    File.Move(file, Path.Combine(folder, Path.GetFileName(file)));
                Directory.Delete(data, recursive: true);
            }
        );

    private static async Task<string> GivenPostgreSqlAsync()
    {
        var database = "given_" + Template.Build;
        await Template.MadeAsync(
            "given-" + await TestPostgreSql.RunAsync(),
            async folder =>
            {
                await PlantAsync(folder, TestPostgreSql.SettingsFor(await TestPostgreSql.CreateEmptyAsync(database)));
                NpgsqlConnection.ClearAllPools();
            }
        );
        return database;
    }

    private static async Task PlantAsync(string data, string[] settings)
    {
        await using var app = Build(data, settings, new(), _ => { });
        await PrepareAsync(app);
        await using var scope = app.Services.CreateAsyncScope();
        await GivenFederation.PlantAsync(scope.ServiceProvider);
    }

    private static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().HandleAsync(default);
    }
}

public sealed class SqliteApp() : UnionApp(Provider.Sqlite);

public sealed class PostgreSqlApp() : UnionApp(Provider.PostgreSql);
