using DoanKet.Kernel.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace DoanKet.Database.Sqlite;

/// <summary>SQLite: one file, one writer at a time, WAL.</summary>
public sealed class SqliteDialect : SqlDialect, IDisposable
{
    // SQLite's own result codes.
    private const int Busy = 5,
        Locked = 6,
        InputOutput = 10,
        Full = 13,
        CannotOpen = 14;

    // Extended codes: a broken foreign key or check is no duplicate.
    private const int Unique = 2067,
        PrimaryKey = 1555,
        RowId = 2579;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>
    /// SQLite itself lets writers wait too, but each on a thread of its own: fifty at once would take all threads, and readers with them.
    /// </summary>
    public override async ValueTask<IDisposable?> TakeTurnAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        return new Turn(_turn);
    }

    public override string OrdinalCollation => "BINARY";

    /// <summary>The program's own function, which every connection is given.</summary>
    public override SqlExpression Plain(SqlExpression text) =>
        new SqlFunctionExpression(SqliteConnections.PlainFunction, [text], nullable: true, [true], typeof(string), text.TypeMapping);

    public override bool MigratesAtStart => true;

    public override async Task BulkInsertAsync(UnionDb db, BulkColumns columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        await using var command = (SqliteCommand)await CommandAsync(db, "", ct);
        var parameters = columns.Names.Select((_, i) => command.Parameters.Add(new SqliteParameter("$" + i, null))).ToList();
        command.CommandText =
            $"insert into {columns.Table} ({string.Join(",", columns.Names.Select(n => $"\"{n}\""))}) "
            + $"values ({string.Join(",", parameters.Select(p => p.ParameterName))})";
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Count; i++)
                parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Deferred: it takes no lock and sees what was there at its first read.</summary>
    public override async Task<IDbContextTransaction> BeginSnapshotAsync(UnionDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), ct))!;
    }

    public override async Task BeginRestoreAsync(UnionDb db, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"pragma defer_foreign_keys = on", ct);

    /// <summary>Nothing to do: SQLite goes on behind the largest number there is.</summary>
    public override Task EndRestoreAsync(UnionDb db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Nothing to do: a transaction that has written is alone in the database.</summary>
    public override Task LockAuditAsync(UnionDb db, CancellationToken ct) => Task.CompletedTask;

    public override async Task<Guid?> LeaseJobAsync(UnionDb db, JobClaim claim, CancellationToken ct) =>
        (
            await db
                .Database.SqlQuery<Guid?>(
                    $"""
                    update kernel_jobs set "State" = 1, "LeasedBy" = {claim.Worker}, "LeasedUntil" = {claim.Until}, "Tries" = "Tries" + 1
                    where "Id" = (select "Id" from kernel_jobs
                        where "Lane" = {(int)claim.Lane} and (("State" = 0 and "NextTryAt" <= {claim.Now})
                            or ("State" = 1 and ("LeasedUntil" < {claim.Now} or "LeasedUntil" > {claim.TooFar})))
                        order by "NextTryAt", "Id" limit 1)
                    returning "Id" as "Value"
                    """
                )
                .ToListAsync(ct)
        ).FirstOrDefault();

    /// <summary>Nothing to do: transactions begin with the lock on the whole database ("begin immediate").</summary>
    public override Task LockRowAsync<T>(UnionDb db, Guid id, CancellationToken ct) => Task.CompletedTask;

    // Contentless: only the index is kept. detail=none leaves out positions, which nothing here asks for, and halves its size.
    public override async Task CreateSearchAsync(UnionDb db, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            create virtual table if not exists kernel_search
            using fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='unicode61')
            """,
            ct
        );

    // Not "returning rowid": on a virtual table it is evaluated before the row has its number and answers -1.
    public override async Task<long> AddSearchTextAsync(UnionDb db, string tokens, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"insert into kernel_search (tokens) values ({tokens})", ct);
        return await db.Database.SqlQuery<long>($"""select last_insert_rowid() as "Value" """).AsAsyncEnumerable().FirstAsync(ct);
    }

    public override async Task ReplaceSearchTextAsync(UnionDb db, long id, string tokens, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"insert or replace into kernel_search (rowid, tokens) values ({id}, {tokens})", ct);

    public override IQueryable<long> SearchTexts(UnionDb db, IReadOnlyList<string> anyOf, IReadOnlyList<string> words, bool lastBegins)
    {
        var owned = $"({string.Join(" OR ", anyOf.Select(token => $"\"{token}\""))})";
        var all = words.Select((word, i) => lastBegins && i == words.Count - 1 ? $"\"{word}\"*" : $"\"{word}\"");
        var match = string.Join(" AND ", all.Prepend(owned));
        return db.Database.SqlQuery<long>($"""select rowid as "Value" from kernel_search where kernel_search match {match}""");
    }

    public override async Task<string?> BackUpAsync(UnionDb db, string folder, string name, CancellationToken ct)
    {
        var source = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (!File.Exists(source))
            return null;
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, name + ".db");
        File.Delete(target);
        // VACUUM INTO reads one consistent state, WAL included, and writes a whole new file.
        await using var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "vacuum into $target";
        command.Parameters.AddWithValue("$target", target);
        await command.ExecuteNonQueryAsync(ct);
        return target;
    }

    public override bool IsUnavailable(Exception error) => Code(error) is Busy or Locked or InputOutput or CannotOpen;

    public override bool IsDuplicate(Exception error) => Find(error)?.SqliteExtendedErrorCode is Unique or PrimaryKey or RowId;

    public override bool IsDiskFull(Exception error) => Code(error) is Full;

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }

    private static int? Code(Exception error) => Find(error)?.SqliteErrorCode;

    private static SqliteException? Find(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            if (error is SqliteException found)
                return found;
        return null;
    }
}
