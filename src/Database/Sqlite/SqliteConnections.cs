using System.Data.Common;
using DoanKet.VietnameseText;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DoanKet.Database.Sqlite;

/// <summary>What every new connection to SQLite is told and given. WAL itself is set once, when the file is made.</summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    /// <summary><see cref="PlainLetters"/> as a function of the database.</summary>
    public const string PlainFunction = "doanket_plain";

    // synchronous=normal in WAL keeps the file whole on a kill and may lose the last commits on a power cut only; full loses none.
    private const string Pragmas =
        "pragma foreign_keys=on; pragma busy_timeout=15000; pragma synchronous=full; pragma cache_size=-16000; pragma temp_store=memory;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Prepared(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = Prepared(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Prepared(DbConnection connection)
    {
        ((SqliteConnection)connection).CreateFunction(
            PlainFunction,
            (string? text) => text is null ? null : PlainLetters.Of(text),
            isDeterministic: true
        );
        var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        return command;
    }
}
