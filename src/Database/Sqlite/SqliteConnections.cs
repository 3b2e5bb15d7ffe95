using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DoanKet.Database.Sqlite;

/// <summary>What every new connection to SQLite is told. WAL itself is set once, when the file is made.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // synchronous=normal in WAL keeps the file whole on a kill and may lose the last commits on a power cut only; full loses none.
    private const string Pragmas =
        "pragma foreign_keys=on; pragma busy_timeout=15000; pragma synchronous=full; pragma cache_size=-16000; pragma temp_store=memory;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
