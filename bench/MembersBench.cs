using System.Diagnostics;
using System.Text.Json;
using DoanKet.Host.Web;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Benefits;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Progress;
using DoanKet.Modules.Members.Registry;
using DoanKet.Modules.Members.Requests;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Synthetic;
using DoanKet.Modules.Members.Transfers;
using DoanKet.Spreadsheets;
using DoanKet.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Bench;

/// <summary>
/// All members of a province taken in from one workbook, against reading it and bulk-inserting bare rows; then finding people among more
/// and more of them, and the board of the whole.
/// </summary>
internal static class MembersBench
{
    private const int Rows = 146_790,
        Finds = 100,
        PageSize = 51;

    /// <summary>Larger bases are not searched for second entries.</summary>
    private const int MostSearched = 1_500_000;

    /// <param name="largest">On PostgreSQL, beyond the usual sizes; 0: none.</param>
    public static async Task RunAsync(Provider provider, int largest)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await using var app = WebProgram.Build(federation.Data, federation.Settings, builder => builder.Logging.ClearProviders());
        await EmptyAsync(app);
        var workbook = Path.Combine(federation.Data, "tmp", "members.xlsx");
        await WriteWorkbookAsync(app, workbook);
        await ImportAsync(app, provider, workbook);
        List<int> sizes = provider == Provider.PostgreSql ? [150_000, MostSearched] : [150_000];
        if (provider == Provider.PostgreSql && largest > MostSearched)
            sizes.Add(largest);
        Report.Head($"{provider}: whoever sees the whole federation", "members", "p50", "p95");
        var members = 0;
        await EmptyAsync(app);
        await using var planted = new StringWriter();
        foreach (var size in sizes)
        {
            await InScopeAsync(
                app,
                services => services.GetRequiredService<GenerateMembers>().HandleAsync(size - members, size, planted, default)
            );
            members = size;
            await FindAsync(app, size);
            if (size <= MostSearched)
                await SearchDuplicatesAsync(app, size, planted.ToString());
        }
    }

    private static async Task SearchDuplicatesAsync(WebApplication app, int size, string planted)
    {
        var expected = planted
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("kind").GetString() == "duplicate")
            .Select(line => Pair(line.GetProperty("a").GetGuid(), line.GetProperty("b").GetGuid()))
            .ToHashSet();
        var watch = Stopwatch.StartNew();
        var (_, pairs) = await InScopeAsync(app, services => services.GetRequiredService<FindDuplicates>().HandleAsync(default));
        var seconds = watch.Elapsed.TotalSeconds;
        var right = pairs.Count(pair => expected.Contains(Pair(pair.One.Id, pair.Other.Id)));
        var found = $"{right * 100.0 / expected.Count:F1} % of {expected.Count} planted found";
        Report.Line(
            "search of second entries, seconds",
            $"{size:N0}",
            Report.Ratio(seconds),
            $"{found}, {right * 100.0 / pairs.Count:F1} % of those called right"
        );
    }

    private static (Guid, Guid) Pair(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);

    /// <summary>The demonstration's own members are few and would only be in the way.</summary>
    private static Task<int> EmptyAsync(WebApplication app) =>
        InScopeAsync(
            app,
            async services =>
            {
                var db = services.GetRequiredService<UnionDb>();
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
                await db.Set<UnionFigures>().ExecuteDeleteAsync();
                await db.Set<OfferUse>().ExecuteDeleteAsync();
                await db.Set<MemberCard>().ExecuteDeleteAsync();
                await db.Set<MemberTransfer>().ExecuteDeleteAsync();
                await db.Set<MemberRequest>().ExecuteDeleteAsync();
                return await db.Set<Member>().ExecuteDeleteAsync();
            }
        );

    private static Task<bool> WriteWorkbookAsync(WebApplication app, string path) =>
        InScopeAsync(
            app,
            async services =>
            {
                var db = services.GetRequiredService<UnionDb>();
                var codes = await db.Units.Where(u => u.KindCode == "grassroots").OrderBy(u => u.Path).Select(u => u.Code).ToListAsync();
                string[] headings =
                [
                    "STT",
                    "Mã CĐCS",
                    "Họ và tên",
                    "Ngày sinh",
                    "Giới tính",
                    "Số CCCD",
                    "Ngày cấp",
                    "Nơi cấp",
                    "Dân tộc",
                    "Tôn giáo",
                    "Quê quán",
                    "Nơi ở hiện nay",
                    "Điện thoại",
                    "Email",
                    "Bộ phận",
                    "Vị trí việc làm",
                    "Ngày vào đơn vị",
                    "Loại hợp đồng",
                    "Số BHXH",
                    "Trình độ học vấn",
                    "Trình độ chuyên môn",
                    "Lý luận chính trị",
                    "Đảng viên",
                    "Ngày vào Công đoàn",
                    "Ghi chú",
                ];
                await using var file = File.Create(path);
                await SheetWriter.WriteAsync(
                    file,
                    "Đoàn viên",
                    [.. headings.Select(heading => new SheetColumn(heading))],
                    // Second entries are for the search of duplicates; here they would be told apart by nothing.
                    new SyntheticPeople(7)
                        .Take(Rows * 2)
                        .Where(person => person.CopyOf is null)
                        .Take(Rows)
                        .Select((person, i) => Row(person, i, codes[i % codes.Count])),
                    default
                );
                return true;
            }
        );

    private static IReadOnlyList<object?> Row(SyntheticPerson person, int i, string code) =>
        [
            i + 1,
            code,
            person.FullName,
            person.Born?.ToString(),
            person.Sex == PersonalData.Sex.Male ? "Nam" : "Nữ",
            person.NationalId,
            new DateOnly(2021, 5, 1).AddDays(i % 900),
            "Cục Cảnh sát QLHC về TTXH",
            person.Ethnicity,
            "Không",
            person.HomeTown,
            $"Số {i % 300}, {person.HomeTown}",
            person.Phone,
            $"nguoi{i}@congdoan.example",
            $"Tổ {i % 12}",
            person.Position,
            new DateOnly(2005, 1, 1).AddDays(i % 6000),
            i % 3 == 0 ? "Xác định thời hạn" : "Không xác định thời hạn",
            $"40{i:00000000}",
            "12/12",
            i % 2 == 0 ? "Đại học" : "Trung cấp",
            i % 5 == 0 ? "Trung cấp" : "Sơ cấp",
            person.IsPartyMember ? "x" : "",
            person.JoinedOn,
            i % 50 == 0 ? "Hồ sơ bổ sung sau" : "",
        ];

    private static async Task ImportAsync(WebApplication app, Provider provider, string workbook)
    {
        var watch = Stopwatch.StartNew();
        var report = await InScopeAsync(
            app,
            async services =>
            {
                var top = await services.GetRequiredService<UnionDb>().Units.SingleAsync(u => u.ParentId == null);
                await using var file = File.OpenRead(workbook);
                return await services
                    .GetRequiredService<ImportMembers>()
                    .HandleAsync(file, new(top.Id, "members.xlsx", Write: true, AcceptAll: true), default);
            }
        );
        var import = watch.Elapsed;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024;
        var (reading, inserting) = await FloorAsync(app, workbook);
        Report.Head($"{provider}: {Rows:N0} people, 25 columns", "seconds");
        Report.Line("read the workbook", Report.Ratio(reading.TotalSeconds));
        Report.Line("insert bare rows", Report.Ratio(inserting.TotalSeconds));
        Report.Line("import with all checks", Report.Ratio(import.TotalSeconds));
        Report.Line("ratio", Report.Ratio(import / (reading + inserting)));
        Report.Line("peak memory of the process, MB", Report.Number(peak));
        Report.Line("new", Report.Number(report.Value.Count(RowStatus.New)));
    }

    /// <summary>The same rows as the import left them, taken out and put in again.</summary>
    private static Task<(TimeSpan Reading, TimeSpan Inserting)> FloorAsync(WebApplication app, string workbook) =>
        InScopeAsync(
            app,
            async services =>
            {
                var db = services.GetRequiredService<UnionDb>();
                var watch = Stopwatch.StartNew();
                await using (var file = File.OpenRead(workbook))
                    _ = SheetReader.Read(file, SheetLimits.Large, default);
                var reading = watch.Elapsed;
                var members = await db.Set<Member>().AsNoTracking().ToListAsync();
                var profiles = await db.Set<MemberProfile>().AsNoTracking().ToListAsync();
                var sensitive = await db.Set<MemberSensitive>().AsNoTracking().ToListAsync();
                await db.Set<Member>().ExecuteDeleteAsync();
                watch.Restart();
                await using (var transaction = await db.Database.BeginTransactionAsync())
                {
                    await db.Dialect.BulkInsertAsync(db, members, default);
                    await db.Dialect.BulkInsertAsync(db, profiles, default);
                    await db.Dialect.BulkInsertAsync(db, sensitive, default);
                    await transaction.CommitAsync();
                }
                return (reading, watch.Elapsed);
            }
        );

    private static async Task FindAsync(WebApplication app, int size)
    {
        var sample = await InScopeAsync(
            app,
            services =>
                services
                    .GetRequiredService<UnionDb>()
                    .Set<Member>()
                    .AsNoTracking()
                    .OrderBy(m => m.NationalIdKey)
                    .Where(m => m.NationalIdSealed != null && m.Phone != "")
                    .Take(Finds)
                    .ToListAsync()
        );
        var cipher = app.Services.GetRequiredService<FieldCipher>();
        (string What, Func<Member, string> Typed)[] ways =
        [
            ("whole name", m => m.NameFold),
            ("last two words", m => string.Join(' ', m.NameFold.Split(' ')[^2..])),
            ("family and given name", m => $"{m.NameFold.Split(' ')[0]} {m.NameFold.Split(' ')[^1]}"),
            ("identity number", m => cipher.Open(m.NationalIdSealed!)),
            ("phone", m => m.Phone),
        ];
        foreach (var (what, typed) in ways)
            await TimeAsync(app, what, size, Finds, (services, i) => PageAsync(services, typed(sample[i])));
        var (district, union) = await InScopeAsync(
            app,
            async services =>
            {
                var union = await services
                    .GetRequiredService<UnionDb>()
                    .Units.Include(u => u.Parent)
                    .SingleAsync(u => u.Id == sample[0].UnitId);
                return (union.Parent!.Path, union.Path);
            }
        );
        await TimeAsync(app, "list of a district", size, Finds, (services, _) => ListAsync(services, district));
        await TimeAsync(app, "list of a union", size, Finds, (services, _) => ListAsync(services, union));
        await TimeAsync(app, "board of the federation", size, 20, (services, _) => BoardAsync(services));
        await TimeAsync(app, "increase and decrease of a year", size, 5, (services, _) => ChangesAsync(services));
    }

    private static async Task TimeAsync(WebApplication app, string what, int size, int times, Func<IServiceProvider, int, Task> act)
    {
        List<double> took = [];
        for (var i = -3; i < times; i++)
        {
            await InScopeAsync(
                app,
                async services =>
                {
                    var account = await services.GetRequiredService<UnionDb>().Set<Account>().SingleAsync(a => a.UserName == "tochuc");
                    services.GetRequiredService<UserContext>().Current = await services
                        .GetRequiredService<CurrentUserLoader>()
                        .LoadAsync(account.Id, null, default);
                    var watch = Stopwatch.StartNew();
                    await act(services, Math.Max(0, i));
                    if (i >= 0)
                        took.Add(watch.Elapsed.TotalMilliseconds);
                    return true;
                }
            );
        }
        Report.Line(what, $"{size:N0}", Report.Ms(Report.Median(took)), Report.Ms(Report.Percentile(took, 0.95)));
    }

    /// <summary>As the list asks it.</summary>
    private static async Task<List<string>> PageAsync(IServiceProvider services, string typed)
    {
        var user = services.GetRequiredService<UserContext>().Required;
        var members = services.GetRequiredService<UnionDb>().Set<Member>().AsNoTracking().VisibleTo(user, Modules.Members.Permissions.Read);
        List<string> found = [];
        foreach (var (i, meant) in members.Meant(typed, services.GetRequiredService<FieldCipher>()).Index())
            if (found.Count < PageSize && (found.Count == 0 || i < FindMembers.AllAsked(typed)))
                found.AddRange(await meant.Take(PageSize).Select(m => m.FullName + m.Unit.Name).ToListAsync());
        return found;
    }

    /// <summary>The first page of the members of a unit with all below it, as the list asks for it.</summary>
    private static Task<List<string>> ListAsync(IServiceProvider services, string path)
    {
        var user = services.GetRequiredService<UserContext>().Required;
        var members = services.GetRequiredService<UnionDb>().Set<Member>().AsNoTracking().VisibleTo(user, Modules.Members.Permissions.Read);
        return members
            .OfUnitsWithin(path)
            .OrderBy(m => m.NameBackward)
            .ThenBy(m => m.Id)
            .Take(PageSize + 1)
            .Select(m => m.FullName + m.Unit.Name)
            .ToListAsync();
    }

    private static async Task<Progress> BoardAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<UnionDb>();
        var top = await db.Units.AsNoTracking().SingleAsync(u => u.ParentId == null);
        return await db.ProgressAsync(top, new DateOnly(2026, 11, 29), default);
    }

    private static async Task<Changes> ChangesAsync(IServiceProvider services)
    {
        var top = await services.GetRequiredService<UnionDb>().Units.AsNoTracking().SingleAsync(u => u.ParentId == null);
        return await services.GetRequiredService<ReadChanges>().HandleAsync(top, new(2025, 1, 1), new(2025, 12, 31), default);
    }

    private static async Task<T> InScopeAsync<T>(WebApplication app, Func<IServiceProvider, Task<T>> body)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await body(scope.ServiceProvider);
    }
}
