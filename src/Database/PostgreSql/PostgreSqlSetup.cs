using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Database.PostgreSql;

/// <summary>The database of a province or the country.</summary>
public static class PostgreSqlSetup
{
    /// <exception cref="InvalidOperationException">No connection string.</exception>
    public static IServiceCollection AddPostgreSql(this IServiceCollection services, DatabaseOptions options)
    {
        var connection = PostgreSqlConnection.WithDefaults(
            options.ConnectionString
                ?? throw new InvalidOperationException("Database:ConnectionString is missing; PostgreSQL needs it (docs/operations.md).")
        );
        return services
            .AddSingleton<SqlDialect, PostgreSqlDialect>()
            .AddUnionDb(db => db.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlSetup).Assembly)));
    }
}
