using Npgsql;

namespace DoanKet.Testing;

/// <summary>The server that ./test starts for the tests; its address comes in DOANKET_TEST_POSTGRESQL.</summary>
public static class TestPostgreSql
{
    public const string Variable = "DOANKET_TEST_POSTGRESQL";

    private static readonly Lazy<Task<string>> Run = new(FindRunAsync);

    public static string Server =>
        Environment.GetEnvironmentVariable(Variable)
        ?? throw new InvalidOperationException(
            $"{Variable} is not set: run ./test, or `eval \"$(tools/test-postgresql start)\"` and then this test."
        );

    /// <summary>What leads the program to a database, as on its command line.</summary>
    public static string[] SettingsFor(string connection) =>
        ["--Database:Provider=postgresql", "--Database:ConnectionString=" + connection];

    /// <summary>A new database without anything in it, for a program that brings it to its version itself.</summary>
    public static async Task<string> CreateEmptyAsync(string? name = null)
    {
        var database = name ?? "test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"drop database if exists {database}");
        await ExecuteAsync($"create database {database}");
        return ConnectionTo(database);
    }

    /// <summary>Tells this run of the server from others: what was made in one is not in the next.</summary>
    public static Task<string> RunAsync() => Run.Value;

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

    private static async Task<string> FindRunAsync()
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select extract(epoch from pg_postmaster_start_time())::bigint::text", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
