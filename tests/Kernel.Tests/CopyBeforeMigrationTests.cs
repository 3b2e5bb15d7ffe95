using DoanKet.Host.Web;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel.Tests;

/// <summary>A SQLite database is copied before a new version changes it.</summary>
public sealed class CopyBeforeMigrationTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("doanket-migration-");

    [Fact]
    public async Task What_was_there_before_the_migrations_lies_in_a_copy_and_a_second_start_makes_none()
    {
        await using var app = WebProgram.Build(_data.FullName, [], builder => builder.Logging.ClearProviders());
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        await db.Database.MigrateAsync(db.Database.GetMigrations().First());
        await db.Database.ExecuteSqlAsync($"insert into kernel_counters (key, value) values ('thu', 7)");

        var prepare = scope.ServiceProvider.GetRequiredService<PrepareDatabase>();
        await prepare.HandleAsync(default);
        await prepare.HandleAsync(default);

        var copy = Assert.Single(Directory.EnumerateFiles(Path.Combine(_data.FullName, "backups")));
        await using var connection = new SqliteConnection($"Data Source={copy}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "select (select value from kernel_counters where key = 'thu') || '/' || (select count(*) from __EFMigrationsHistory)";
        Assert.Equal("7/1", await command.ExecuteScalarAsync());
        Assert.Equal(7, (await db.Set<Counter>().SingleAsync(c => c.Key == "thu")).Value);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }
}
