using Npgsql;

namespace DoanKet.Database.PostgreSql;

/// <summary>What a connection string says when it says nothing.</summary>
internal static class PostgreSqlConnection
{
    /// <summary>
    /// A server takes 100 connections in all; with ten, several instances and an administrator find room, and forty requests at once only
    /// queue for some milliseconds.
    /// </summary>
    private const int PoolSize = 10;

    private const int ConnectSeconds = 10,
        CommandSeconds = 30;

    /// <summary>
    /// Statements that a connection remembers prepared, the most used: to plan a small query takes the server longer than to answer it. A
    /// server behind a pooler of connections that can't do that is told "Max Auto Prepare=0".
    /// </summary>
    private const int PreparedStatements = 100;

    public static string WithDefaults(string text)
    {
        var connection = new NpgsqlConnectionStringBuilder(text);
        // Only what the installation left open: Npgsql's own defaults are 100 connections and 15 seconds.
        if (!Names(text, "Maximum Pool Size", "MaxPoolSize"))
            connection.MaxPoolSize = Math.Max(PoolSize, connection.MinPoolSize);
        if (!Names(text, "Timeout"))
            connection.Timeout = ConnectSeconds;
        if (!Names(text, "Command Timeout", "CommandTimeout"))
            connection.CommandTimeout = CommandSeconds;
        if (!Names(text, "Max Auto Prepare", "MaxAutoPrepare"))
            connection.MaxAutoPrepare = PreparedStatements;
        // Nothing here changes the settings of a session, so that there is nothing to undo between two uses of a connection.
        connection.NoResetOnClose = true;
        return connection.ConnectionString;
    }

    private static bool Names(string text, params IReadOnlyList<string> keys) =>
        text.Split(';').Select(part => part.Split('=')[0].Trim()).Any(key => keys.Contains(key, StringComparer.OrdinalIgnoreCase));
}
