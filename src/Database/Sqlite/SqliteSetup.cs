using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Database.Sqlite;

/// <summary>The database of one machine: a file in the data folder.</summary>
public static class SqliteSetup
{
    public static IServiceCollection AddSqlite(this IServiceCollection services, DatabaseOptions options, DataFolder data) =>
        services
            .AddSingleton<SqlDialect, SqliteDialect>()
            .AddUnionDb(db =>
                db.UseSqlite(
                        options.ConnectionString ?? $"Data Source={data.Database}",
                        sqlite => sqlite.MigrationsAssembly(typeof(SqliteSetup).Assembly)
                    )
                    .AddInterceptors(new SqliteConnections())
            );
}
