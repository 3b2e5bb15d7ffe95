using System.Data.Common;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>The program on a disk that a test can fill.</summary>
public sealed class FullDiskApp() : UnionApp(Provider.Sqlite)
{
    public FullStore Files { get; } = new();

    public FullDatabase Room { get; } = new();

    public Visitor Visit(string userName) => KnownPerson.Visit(this, Given.AccountId(userName));

    /// <summary>Lets the database grow no further and uses up the pages that are free inside it.</summary>
    public async Task FillDatabaseAsync()
    {
        await InDbAsync(db => db.Database.ExecuteSqlRawAsync("create table if not exists ballast (bytes blob)"));
        Room.IsFull = true;
        var full = false;
        while (!full)
        {
            try
            {
                await InDbAsync(db => db.Database.ExecuteSqlRawAsync("insert into ballast values (zeroblob(3000))"));
            }
            catch (SqliteException error) when (error.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
            {
                full = true;
            }
        }
    }

    protected override void ConfigureServices(IServiceCollection services)
    {
        KnownPerson.Add(services);
        services.ConfigureDbContext<UnionDb>(options => options.AddInterceptors(Room));
        services.AddSingleton<IBlobStore>(provider => Files.Before(ActivatorUtilities.CreateInstance<LocalBlobStore>(provider)));
    }
}

/// <summary>Stands before the store of files and answers as the system does when a disk is full.</summary>
public sealed class FullStore : IBlobStore
{
    private const int NoSpace = 28;

    private IBlobStore _store = null!;

    public bool IsFull { get; set; }

    public FullStore Before(IBlobStore store)
    {
        _store = store;
        return this;
    }

    public Task PutAsync(string temporaryPath, string sha256, CancellationToken ct) =>
        IsFull ? throw new IOException("No space left on device", NoSpace) : _store.PutAsync(temporaryPath, sha256, ct);

    public Task<Stream> OpenAsync(string sha256, CancellationToken ct) => _store.OpenAsync(sha256, ct);

    public Task<bool> AnswersAsync(CancellationToken ct) => _store.AnswersAsync(ct);

    public IAsyncEnumerable<string> ListAsync(CancellationToken ct) => _store.ListAsync(ct);

    public Task<LocalCopy> LocalAsync(string sha256, CancellationToken ct) => _store.LocalAsync(sha256, ct);
}

/// <summary>Forbids SQLite to make its file larger: it then answers with its own SQLITE_FULL.</summary>
public sealed class FullDatabase : DbConnectionInterceptor
{
    public bool IsFull { get; set; }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        // As few as asked for, but never fewer than the file has.
        command.CommandText = $"pragma max_page_count={(IsFull ? 1 : 1_000_000_000)}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
