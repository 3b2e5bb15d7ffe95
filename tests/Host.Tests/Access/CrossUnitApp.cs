using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Host.Tests.Access;

/// <summary>A federation at work, with documents in every state, and a unit that was closed.</summary>
public abstract class CrossUnitApp(Provider provider) : UnionApp(provider), IAsyncLifetime
{
    internal const string DistrictAdmin = "quantri.huyen",
        Closed = "don.vi.dong",
        Nobody = "(không ai)";

    /// <summary>Who works where: people of one group may see the same things.</summary>
    internal static IReadOnlyList<(string Group, string[] People)> Groups { get; } =
    [
        ("federation", [Admin, Clerk, Leader, Head, Specialist, Viewer, Organiser]),
        ("district", [DistrictAdmin, DistrictClerk, DistrictLeader]),
        ("other", [OtherClerk]),
        ("grassroots", [Grassroots]),
        ("closed", [Closed]),
    ];

    /// <summary>Whose units stand under those of another group; the second branch is the unit above the closed one.</summary>
    internal static bool IsBelow(string group, string? above) =>
        above switch
        {
            "federation" => group != above,
            "district" => group == "grassroots",
            "other" => group == "closed",
            _ => false,
        };

    private static readonly string[] DemoParts =
    [
        "SigningDemo",
        "RegistrationsDemo",
        "DocumentsDemo",
        "DemoDrafts",
        "DemoSigned",
        "DemoCopy",
        "MembersDemo",
        "SelfEntryDemo",
        "CardsDemo",
        "BenefitsDemo",
        "DuplicatesDemo",
        "RequestsDemo",
        "TermsDemo",
        "QualityDemo",
        "ImportDemo",
        "FillRegistry",
    ];

    /// <summary>What each person met, by user name.</summary>
    internal Dictionary<string, Walk> Walks { get; } = [];

    internal Visitor Visit(string userName) => userName == Nobody ? Stranger() : KnownPerson.Visit(this, AccountOf(userName));

    private readonly Dictionary<string, Guid> _more = [];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _more[DistrictAdmin] = await InScopeAsync(services => AddAccountAsync(services, DistrictAdmin, Roles.Admin, Given.District));
        _more[Closed] = await InScopeAsync(services => AddAccountAsync(services, Closed, Roles.Grassroots, Given.GrassrootsUnits[9]));
        await InScopeAsync(async services =>
        {
            foreach (
                var part in services.GetServices<IDemoPart>().Where(part => DemoParts.Contains(part.GetType().Name)).OrderBy(p => p.Order)
            )
                await part.GenerateAsync(Demonstration(), default);
            return true;
        });
        await InScopeAsync(async services =>
        {
            foreach (var person in (string[])[Clerk, DistrictClerk])
                await services.GetRequiredService<Notices>().TellAsync(AccountOf(person), "Việc riêng của " + person, "/", default);
            return await services.GetRequiredService<UnionDb>().SaveChangesAsync();
        });
        await BeginRoundAsync();
        await BeginRegistrationAsync();
        // Everybody walks while the unit still lives, so that its ids are known; then it is closed.
        foreach (var person in Groups.SelectMany(group => group.People))
            Walks[person] = await Walk.ByAsync(Visit(person));
        var (unit, yesterday) = (Given.GrassrootsUnits[9].Id, Clock.Today().AddDays(-1));
        await InDbAsync(db => db.Units.Where(u => u.Id == unit).ExecuteUpdateAsync(set => set.SetProperty(u => u.ValidTo, yesterday)));
    }

    /// <summary>A round of signatures that waits for a token.</summary>
    private async Task BeginRoundAsync()
    {
        var leader = Given.AccountId(Leader);
        await InDbAsync(db =>
            db.Database.ExecuteSqlAsync($"""update signing_keys set "Place" = 1 where "AccountId" = {leader} and "EndedAt" is null""")
        );
        var sha256 = await InDbAsync(db =>
            db.Set<StoredFile>().Where(f => f.MediaType == "application/pdf").Select(f => f.Sha256).FirstAsync()
        );
        var paper = new RoundPaper(Guid.NewGuid(), 1, "Công văn", "/", sha256, "cong-van.pdf", "");
        var begun = await AsAsync(Leader, services => services.GetRequiredService<ISigningRounds>().BeginAsync([paper], [], null, default));
        if (!begun.Ok)
            throw new InvalidOperationException(begun.Message);
        const string Worked = "select count(*) as \"Value\" from signing_rounds where \"HeldBy\" is not null";
        while (await InDbAsync(db => db.Database.SqlQueryRaw<int>(Worked).SingleAsync()) > 0)
            await Task.Delay(50);
    }

    /// <summary>A certificate at a provider of remote signing, who did not answer.</summary>
    private async Task BeginRegistrationAsync()
    {
        using var head = Visit(Head);
        await head.SubmitAsync(await head.OpenAsync("/chu-ky-so/tu-xa"), "form[data-primary]", ("Number", "THU-0001"));
        await InDbAsync(db => db.Database.ExecuteSqlAsync($"""update signing_provider_requests set "State" = 5"""));
    }

    /// <summary>With those who sign in it.</summary>
    private static DemoContext Demonstration()
    {
        var demo = new DemoContext(DemoScale.Small, 2021) { Say = _ => { } };
        foreach (var person in (string[])[Clerk, Leader, Head, Specialist, DistrictClerk, DistrictLeader])
            demo.Accounts.Add(new("", person, Password, person, ""));
        return demo;
    }

    /// <summary>Every row of every table, as one line for each table.</summary>
    internal Task<List<string>> RowsAsync() =>
        InDbAsync(async db =>
        {
            List<string> tables = [];
            foreach (var table in TableRows.All(db))
            {
                var digest = await table.DigestAsync(null, default);
                tables.Add($"{digest.Name}: {digest.Rows} {digest.Digest}");
            }
            return tables;
        });

    protected override IReadOnlyList<string> Settings =>
        [
            "--Signing:Providers:thu:Language=SmartCa",
            "--Signing:Providers:thu:Name=Nhà cung cấp thử",
            "--Signing:Providers:thu:Address=http://127.0.0.1:9/",
            "--Signing:Providers:thu:Id=thu",
            "--Signing:Providers:thu:Secret=thu",
        ];

    protected override void ConfigureServices(IServiceCollection services) => KnownPerson.Add(services);

    private Guid AccountOf(string userName) => _more.TryGetValue(userName, out var id) ? id : Given.AccountId(userName);
}

public sealed class CrossUnitOnSqlite() : CrossUnitApp(Provider.Sqlite);

public sealed class CrossUnitOnPostgreSql() : CrossUnitApp(Provider.PostgreSql);
