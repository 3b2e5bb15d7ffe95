using System.Data.Common;
using System.Diagnostics;
using DoanKet.Host.Web;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Bench;

/// <summary>
/// Lists of what lies in a unit and below, over 1,500,000 rows of 2,911 units: by the unit's path, found through the row's unit (as
/// <c>VisibleTo</c> does), and by a path written into every row. Then everything moves under another unit, in both ways.
/// </summary>
internal static class ReachBench
{
    private const int Rows = 1_500_000,
        Repeats = 60,
        PageSize = 51;

    private const string ThroughUnit =
            """select r.id, r.at from bench_rows r join kernel_units u on u."Id" = r.unit_id where u."Path" >= @from and u."Path" < @to""",
        InRow = "select r.id, r.at from bench_rows r where r.unit_path >= @from and r.unit_path < @to";

    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await using var app = WebProgram.Build(federation.Data, federation.Settings, builder => builder.Logging.ClearProviders());
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.OpenConnectionAsync();
        await FillAsync(db, provider);
        var top = await db.Units.SingleAsync(u => u.ParentId == null);
        (string Name, string Path)[] reaches =
        [
            ("2,911 units", top.Path),
            ("the largest district", (await LargestAsync(db, "district")).Path),
            ("one unit", (await LargestAsync(db, "grassroots")).Path),
        ];
        Report.Head($"{provider}: 51 newest of 1,500,000", "through the unit, p50", "p95", "path in the row, p50", "p95");
        foreach (var (name, path) in reaches)
        foreach (var later in (bool[])[false, true])
        {
            var (through, inRow) = (await TimeAsync(db, ThroughUnit, path, later), await TimeAsync(db, InRow, path, later));
            Report.Line(
                name + (later ? ", later page" : ""),
                Report.Ms(Report.Median(through)),
                Report.Ms(Report.Percentile(through, 0.95)),
                Report.Ms(Report.Median(inRow)),
                Report.Ms(Report.Percentile(inRow, 0.95))
            );
        }
        await MoveAsync(db, provider, top.Path);
    }

    /// <summary>The unit of a kind with most units below.</summary>
    private static Task<Unit> LargestAsync(UnionDb db, string kind) =>
        db
            .Units.AsNoTracking()
            .Where(u => u.KindCode == kind)
            .OrderByDescending(u => db.Units.Count(below => below.ParentId == u.Id))
            .FirstAsync();

    private static async Task FillAsync(UnionDb db, Provider provider)
    {
        var (numbers, text, day) =
            provider == Provider.PostgreSql
                ? (
                    $"select i from generate_series(1, {Rows}) as s(i)",
                    "collate \"C\"",
                    "timestamp '2026-11-20' - (i::bigint * 7919 % 157680000) * interval '1 second'"
                )
                : (
                    $"with recursive s(i) as (select 1 union all select i + 1 from s where i < {Rows}) select i from s",
                    "",
                    "datetime('2026-11-20', '-' || (i * 7919 % 157680000) || ' seconds')"
                );
        foreach (
            var step in new[]
            {
                $"create table bench_rows (id integer primary key, unit_id {(provider == Provider.PostgreSql ? "uuid" : "text")} not null, "
                    + $"unit_path varchar(200) {text} not null, at timestamp not null)",
                "create table bench_units as select row_number() over (order by \"Ordinal\") - 1 as place, \"Id\" as id, \"Path\" as path "
                    + "from kernel_units",
                "create unique index bench_units_place on bench_units (place)",
                $"insert into bench_rows select n.i, u.id, u.path, {day} from ({numbers}) n "
                    + "join bench_units u on u.place = n.i % (select count(*) from bench_units)",
                "create index bench_rows_unit on bench_rows (unit_id, at, id)",
                "create index bench_rows_at on bench_rows (at, id)",
                "create index bench_rows_path on bench_rows (unit_path, at, id)",
                provider == Provider.PostgreSql ? "vacuum analyze" : "analyze",
            }
        )
            await ExecuteAsync(db, step);
    }

    private static async Task<List<double>> TimeAsync(UnionDb db, string sql, string path, bool later)
    {
        List<double> times = [];
        for (var i = -5; i < Repeats; i++)
        {
            await using var command = Command(
                db,
                sql
                    + (later ? $" and r.at < '{new DateTime(2023 + (i + 5) % 4, 1 + (i + 5) % 11, 1):yyyy-MM-dd}'" : "")
                    + $" order by r.at desc, r.id desc limit {PageSize}"
            );
            Add(command, "from", path);
            Add(command, "to", UnitPath.EndOf(path));
            var watch = Stopwatch.StartNew();
            var rows = 0;
            await using (var reader = await command.ExecuteReaderAsync())
                while (await reader.ReadAsync())
                    rows++;
            if (rows != PageSize)
                throw new InvalidOperationException($"{path} has {rows} rows only.");
            if (i >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times;
    }

    private static async Task MoveAsync(UnionDb db, Provider provider, string from)
    {
        var to = "zzzzz." + from;
        var watch = Stopwatch.StartNew();
        await db.Units.Within(from).ExecuteUpdateAsync(set => set.SetProperty(u => u.Path, u => u.Path.Replace(from, to)));
        var units = watch.Elapsed.TotalSeconds;
        watch.Restart();
        await ExecuteAsync(
            db,
            $"update bench_rows set unit_path = replace(unit_path, '{from}', '{to}') "
                + $"where unit_path >= '{from}' and unit_path < '{UnitPath.EndOf(from)}'"
        );
        Report.Head($"{provider}: everything moves", "paths of 2,911 units", "paths of 1,500,000 rows");
        Report.Line("", $"{Report.Ratio(units)} s", $"{Report.Ratio(watch.Elapsed.TotalSeconds)} s");
    }

    private static async Task ExecuteAsync(UnionDb db, string sql)
    {
        await using var command = Command(db, sql);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(UnionDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 600);
        return command;
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
