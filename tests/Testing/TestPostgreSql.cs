using Npgsql;

namespace DoanKet.Testing;

/// <summary>The server that ./test starts for the tests; its address comes in DOANKET_TEST_POSTGRESQL.</summary>
public static class TestPostgreSql
{
    public const string Variable = "DOANKET_TEST_POSTGRESQL";

    private static readonly SemaphoreSlim Gate = new(1);
    private static string? _template;

    public static string Server =>
        Environment.GetEnvironmentVariable(Variable)
        ?? throw new InvalidOperationException(
            $"{Variable} is not set: run ./test, or `eval \"$(tools/test-postgresql start)\"` and then this test."
        );

    /// <summary>A new database with all migrations, copied from a template that is made once per run.</summary>
    public static async Task<string> CreateDatabaseAsync(Func<string, Task> migrate)
    {
        await Gate.WaitAsync();
        try
        {
            if (_template is null)
            {
                var name = "template_" + Guid.NewGuid().ToString("N");
                await ExecuteAsync($"create database {name}");
                await migrate(ConnectionTo(name));
                _template = name;
            }
            var database = "test_" + Guid.NewGuid().ToString("N");
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync($"create database {database} template {_template}");
            return ConnectionTo(database);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A new database without anything in it, for a program that brings it to its version itself.</summary>
    public static async Task<string> CreateEmptyAsync(string? name = null)
    {
        var database = name ?? "test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"drop database if exists {database}");
        await ExecuteAsync($"create database {database}");
        return ConnectionTo(database);
    }

    /// <summary>A copy of a database that nobody is connected to.</summary>
    public static async Task<string> CopyAsync(string name)
    {
        var database = "test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"create database {database} template {name}");
        return ConnectionTo(database);
    }

    private static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Server)
        {
            Database = database,
            MaxPoolSize = 60,
            IncludeErrorDetail = true,
        }.ConnectionString;

    /// <param name="database">Its connection; null is the server's own database.</param>
    public static async Task ExecuteAsync(string sql, string? database = null)
    {
        await using var connection = new NpgsqlConnection(database ?? Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
