using System.Data.Common;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace DoanKet.Kernel.Persistence;

/// <summary>Which job a worker wants, and until when it will hold it.</summary>
/// <param name="TooFar">A lease beyond this was made by a clock that was wrong.</param>
public sealed record JobClaim(JobLane Lane, Guid Worker, DateTime Now, DateTime Until, DateTime TooFar);

/// <summary>Everything that SQLite and PostgreSQL say differently. Raw SQL stands here and in its two children, nowhere else.</summary>
public abstract class SqlDialect
{
    /// <summary>Collation under which text compares byte by byte.</summary>
    public abstract string OrdinalCollation { get; }

    /// <summary>True when the migrations run by themselves at start; on PostgreSQL an administrator runs them by command.</summary>
    public abstract bool MigratesAtStart { get; }

    /// <summary>Inserts many rows of one entity in the present transaction, by the fastest means of the database.</summary>
    public Task BulkInsertAsync<T>(UnionDb db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var columns = BulkColumns.Of<T>(db);
        return BulkInsertAsync(db, columns, rows.Select(columns.Row), ct);
    }

    /// <param name="rows">Stored values in the order of the columns.</param>
    public abstract Task BulkInsertAsync(UnionDb db, BulkColumns columns, IEnumerable<object?[]> rows, CancellationToken ct);

    /// <summary>
    /// Inserts a row in the present transaction unless one with its key is there, also one that somebody else is inserting at this moment.
    /// </summary>
    public async Task InsertMissingAsync<T>(UnionDb db, T row, CancellationToken ct)
        where T : class
    {
        var columns = BulkColumns.Of<T>(db);
        var names = string.Join(",", columns.Names.Select(name => $"\"{name}\""));
        var values = string.Join(",", columns.Names.Select((_, i) => "@p" + i));
        await using var command = await CommandAsync(
            db,
            $"insert into {columns.Table} ({names}) values ({values}) on conflict do nothing",
            ct
        );
        foreach (var (value, i) in columns.Row(row).Select((value, i) => (value, i)))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "p" + i;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Begins to read one unchanging state of the database, while others go on writing.</summary>
    public abstract Task<IDbContextTransaction> BeginSnapshotAsync(UnionDb db, CancellationToken ct);

    /// <summary>
    /// In the present transaction: rows may be inserted before those they refer to, and numbers that the database gives go on behind what
    /// was inserted.
    /// </summary>
    public abstract Task BeginRestoreAsync(UnionDb db, CancellationToken ct);

    public abstract Task EndRestoreAsync(UnionDb db, CancellationToken ct);

    /// <summary>Adds one to a counter (made at <paramref name="first"/> when missing) and gives the number taken. The row stays locked
    /// until the transaction ends.</summary>
    public Task<int> TakeNumberAsync(UnionDb db, string counter, int first, CancellationToken ct) =>
        db
            .Database.SqlQuery<int>(
                $"""
                insert into kernel_counters (key, value) values ({counter}, {first})
                on conflict (key) do update set value = kernel_counters.value + 1 returning value as "Value"
                """
            )
            .AsAsyncEnumerable()
            .FirstAsync(ct)
            .AsTask();

    /// <summary>
    /// Waits for the turn to write, where writers come one after the other; disposed when the transaction has ended. Null where they
    /// needn't.
    /// </summary>
    public virtual ValueTask<IDisposable?> TakeTurnAsync(CancellationToken ct) => ValueTask.FromResult<IDisposable?>(null);

    /// <summary>Waits until this transaction alone may append to the audit log.</summary>
    public abstract Task LockAuditAsync(UnionDb db, CancellationToken ct);

    /// <summary>Takes the next waiting job of a lane for one worker; null when there is none.</summary>
    public abstract Task<Guid?> LeaseJobAsync(UnionDb db, JobClaim claim, CancellationToken ct);

    /// <summary>Waits until this transaction alone may change the row; what is read of it afterwards stays true until the commit.</summary>
    public abstract Task LockRowAsync<T>(UnionDb db, Guid id, CancellationToken ct)
        where T : class;

    /// <summary>Makes the full-text index where it is missing; EF has no words for it on either database.</summary>
    public abstract Task CreateSearchAsync(UnionDb db, CancellationToken ct);

    /// <summary>Adds one text to the search index and gives its id.</summary>
    public abstract Task<long> AddSearchTextAsync(UnionDb db, string tokens, CancellationToken ct);

    /// <summary>Puts a text in place of another, or where its number is free.</summary>
    public abstract Task ReplaceSearchTextAsync(UnionDb db, long id, string tokens, CancellationToken ct);

    /// <summary>The ids of the texts that hold one of some tokens and all words.</summary>
    /// <param name="lastBegins">The last word may be the beginning of one.</param>
    public abstract IQueryable<long> SearchTexts(UnionDb db, IReadOnlyList<string> anyOf, IReadOnlyList<string> words, bool lastBegins);

    /// <summary>Every text with whether it holds all words, asked of single texts; null where one is found only by its words.</summary>
    public virtual IQueryable<SearchedText>? SearchedTexts(UnionDb db, IReadOnlyList<string> words) => null;

    /// <summary>What <see cref="DbText.Plain"/> is in this database's SQL.</summary>
    public abstract SqlExpression Plain(SqlExpression text);

    /// <summary>A safe copy of the whole database before migrations; null where the database is not ours to copy.</summary>
    public abstract Task<string?> BackUpAsync(UnionDb db, string folder, string name, CancellationToken ct);

    /// <summary>Drops connections that wait unused: after a restart of the server they are all dead, and each would fail once.</summary>
    public virtual void ForgetConnections(UnionDb db) { }

    /// <summary>True when the error says that the database could not be reached or was busy for too long.</summary>
    public abstract bool IsUnavailable(Exception error);

    /// <summary>True when the error says that another row has the same unique value.</summary>
    public abstract bool IsDuplicate(Exception error);

    /// <summary>True when the disk under the database is full.</summary>
    public abstract bool IsDiskFull(Exception error);

    protected static string TableOf<T>(UnionDb db) =>
        db.Model.FindEntityType(typeof(T))?.GetTableName() ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");

    protected static async Task<DbCommand> CommandAsync(UnionDb db, string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = DbContextTransactionExtensions.GetDbTransaction(
            db.Database.CurrentTransaction ?? throw new InvalidOperationException("This needs a transaction: begin a Work first.")
        );
        return command;
    }
}
