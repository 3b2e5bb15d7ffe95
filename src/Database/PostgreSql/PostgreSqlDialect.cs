using System.Data;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DoanKet.Database.PostgreSql;

/// <summary>PostgreSQL 15 and later: what a province and the country run.</summary>
public sealed class PostgreSqlDialect : SqlDialect
{
    /// <summary>Any number that nothing else in the database takes an advisory lock on.</summary>
    private const long AuditLock = 0x446F616E4B6574;

    public override string OrdinalCollation => "C";

    public override SqlExpression Plain(SqlExpression text)
    {
        var (from, to) = PlainLetters.Table;
        return new SqlFunctionExpression(
            "translate",
            [text, new SqlConstantExpression(from, text.TypeMapping), new SqlConstantExpression(to, text.TypeMapping)],
            nullable: true,
            [true, false, false],
            typeof(string),
            text.TypeMapping
        );
    }

    public override bool MigratesAtStart => false;

    public override async Task BulkInsertAsync(UnionDb db, BulkColumns columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var import = await connection.BeginBinaryImportAsync(
            $"copy {columns.Table} ({string.Join(",", columns.Names.Select(n => $"\"{n}\""))}) from stdin (format binary)",
            ct
        );
        // The references of all rows are checked when the last is in: for a million rows longer than the 30 seconds of an ordinary command.
        import.Timeout = TimeSpan.FromHours(1);
        var types = columns.StoreTypes.Select(t => t.Split('(')[0]).Select(t => t == "character varying" ? "text" : t).ToList();
        foreach (var row in rows)
        {
            await import.StartRowAsync(ct);
            for (var i = 0; i < types.Count; i++)
            {
                if (row[i] is { } value)
                    await import.WriteAsync(value, types[i], ct);
                else
                    await import.WriteNullAsync(ct);
            }
        }
        await import.CompleteAsync(ct);
    }

    public override Task<IDbContextTransaction> BeginSnapshotAsync(UnionDb db, CancellationToken ct) =>
        db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    /// <summary>Nothing to do: a table's references to itself are looked at when all its rows are in.</summary>
    public override Task BeginRestoreAsync(UnionDb db, CancellationToken ct) => Task.CompletedTask;

    public override async Task EndRestoreAsync(UnionDb db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"select setval(pg_get_serial_sequence('kernel_search', 'id'), (select coalesce(max(id), 0) + 1 from kernel_search), false)",
            ct
        );
        foreach (
            var property in db
                .Model.GetEntityTypes()
                .SelectMany(e => e.GetProperties())
                .Where(p => p.ValueGenerated == ValueGenerated.OnAdd && (p.ClrType == typeof(int) || p.ClrType == typeof(long)))
        )
        {
            var (table, column) = (property.DeclaringType.GetTableName()!, property.GetColumnName());
            await using var command = await CommandAsync(
                db,
                $"select setval(pg_get_serial_sequence('{table}', '{column}'), (select coalesce(max(\"{column}\"), 0) + 1 from {table}), "
                    + $"false) where pg_get_serial_sequence('{table}', '{column}') is not null",
                ct
            );
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    public override async Task LockAuditAsync(UnionDb db, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({AuditLock})", ct);

    public override async Task<Guid?> LeaseJobAsync(UnionDb db, JobClaim claim, CancellationToken ct) =>
        (
            await db
                .Database.SqlQuery<Guid?>(
                    $"""
                    update kernel_jobs set "State" = 1, "LeasedBy" = {claim.Worker}, "LeasedUntil" = {claim.Until}, "Tries" = "Tries" + 1
                    where "Id" = (select "Id" from kernel_jobs
                        where "Lane" = {(int)claim.Lane} and (("State" = 0 and "NextTryAt" <= {claim.Now})
                            or ("State" = 1 and ("LeasedUntil" < {claim.Now} or "LeasedUntil" > {claim.TooFar})))
                        order by "NextTryAt", "Id" limit 1
                        for update skip locked)
                    returning "Id" as "Value"
                    """
                )
                .ToListAsync(ct)
        ).FirstOrDefault();

    public override async Task LockRowAsync<T>(UnionDb db, Guid id, CancellationToken ct)
    {
        await using var command = await CommandAsync(db, $"select 1 from {TableOf<T>(db)} where \"Id\" = @id for update", ct);
        command.Parameters.Add(new NpgsqlParameter("id", id));
        await command.ExecuteNonQueryAsync(ct);
    }

    // fastupdate=off: with a pending list a search now and then pays for the inserts of others.
    public override async Task CreateSearchAsync(UnionDb db, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            create table if not exists kernel_search (id bigint generated always as identity primary key, tokens tsvector not null);
            create index if not exists ix_kernel_search_tokens on kernel_search using gin (tokens) with (fastupdate = off);
            """,
            ct
        );

    // Without the places of words, which nobody asks for, a text is half as large and as quickly looked through.
    public override Task<long> AddSearchTextAsync(UnionDb db, string tokens, CancellationToken ct) =>
        db
            .Database.SqlQuery<long>(
                $"""insert into kernel_search (tokens) values (strip(to_tsvector('simple', {tokens}))) returning id as "Value" """
            )
            .AsAsyncEnumerable()
            .FirstAsync(ct)
            .AsTask();

    public override async Task ReplaceSearchTextAsync(UnionDb db, long id, string tokens, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into kernel_search (id, tokens) overriding system value values ({id}, strip(to_tsvector('simple', {tokens})))
            on conflict (id) do update set tokens = excluded.tokens
            """,
            ct
        );

    public override IQueryable<long> SearchTexts(UnionDb db, IReadOnlyList<string> anyOf, IReadOnlyList<string> words, bool lastBegins)
    {
        var all = words.Select((word, i) => lastBegins && i == words.Count - 1 ? word + ":*" : word);
        var match = string.Join(" & ", all.Prepend($"({string.Join(" | ", anyOf)})"));
        return db.Database.SqlQuery<long>($"""select id as "Value" from kernel_search where tokens @@ to_tsquery('simple', {match})""");
    }

    public override IQueryable<SearchedText> SearchedTexts(UnionDb db, IReadOnlyList<string> words)
    {
        var match = string.Join(" & ", words);
        // In brackets it is read once and not for every text.
        return db.Database.SqlQuery<SearchedText>(
            $"""select id as "Id", tokens @@ (select to_tsquery('simple', {match})) as "HoldsAll" from kernel_search"""
        );
    }

    public override Task<string?> BackUpAsync(UnionDb db, string folder, string name, CancellationToken ct) =>
        Task.FromResult<string?>(null);

    public override void ForgetConnections(UnionDb db) => NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());

    public override bool IsUnavailable(Exception error) =>
        Find(error) switch
        {
            PostgresException { SqlState: var state } => state.StartsWith("57P", StringComparison.Ordinal)
                || state.StartsWith("08", StringComparison.Ordinal)
                || state is PostgresErrorCodes.TooManyConnections,
            NpgsqlException => true,
            _ => false,
        };

    public override bool IsDuplicate(Exception error) => Find(error) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override bool IsDiskFull(Exception error) => Find(error) is PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    private static NpgsqlException? Find(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            if (error is NpgsqlException found)
                return found;
        return null;
    }
}
