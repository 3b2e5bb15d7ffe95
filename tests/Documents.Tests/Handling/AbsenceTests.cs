using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Handling;

public sealed class AbsenceOnSqlite(SqliteApp app) : AbsenceTests(app), IClassFixture<SqliteApp>;

public sealed class AbsenceOnPostgreSql(PostgreSqlApp app) : AbsenceTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Work of people who are away, done by their deputies.</summary>
public abstract class AbsenceTests(UnionApp app)
{
    private Task<Guid> AwayAsync(string person, string deputy, string authority = "") =>
        app.InDbAsync(async db =>
        {
            var absence = new Absence
            {
                Id = Ids.New(),
                AccountId = app.Given.AccountId(person),
                DeputyId = app.Given.AccountId(deputy),
                FirstDay = app.Clock.Today(),
                LastDay = app.Clock.Today().AddDays(5),
                WrittenAuthority = authority,
            };
            db.Add(absence);
            await db.SaveChangesAsync();
            return absence.Id;
        });

    private Task<int> BackAsync(Guid absence)
    {
        DateTime? now = app.Clock.GetUtcNow().UtcDateTime;
        return app.InDbAsync(db =>
            db.Set<Absence>().Where(a => a.Id == absence).ExecuteUpdateAsync(set => set.SetProperty(a => a.EndedAt, now))
        );
    }

    private Task<Result<DateOnly?>> DirectAsync(string by, Guid document, string lead) =>
        app.DoAsync<DirectIncoming, Result<DateOnly?>>(
            by,
            h => h.HandleAsync(document, new() { Directive = "Giao xử lý.", Lead = $"p:{app.Given.AccountId(lead)}" }, default)
        );

    private Task<bool> SeesAsync(string userName, Guid id) =>
        app.AsAsync(
            userName,
            services =>
            {
                var db = services.GetRequiredService<Kernel.Persistence.UnionDb>();
                return db.Incoming.ReadableBy(db, services.GetRequiredService<UserContext>().Required).AnyAsync(d => d.Id == id);
            }
        );

    [Fact]
    public async Task The_deputy_of_a_leader_directs_until_the_leader_is_back_and_the_history_says_in_whose_place()
    {
        var (first, second) = (await app.RegisteredAsync(), await app.RegisteredAsync());
        Assert.False((await DirectAsync(Head, first, Specialist)).Ok);
        var absence = await AwayAsync(Leader, Head);
        Assert.True((await DirectAsync(Head, first, Specialist)).Ok);
        var actor = await app.InDbAsync(db =>
            db.History.Where(e => e.DocumentId == first && e.Kind == EventKind.Directed).Select(e => e.Actor).SingleAsync()
        );
        Assert.EndsWith("đang thay Người Thử lanhdao", actor, StringComparison.Ordinal);
        await BackAsync(absence);
        Assert.False((await DirectAsync(Head, second, Specialist)).Ok);
    }

    [Fact]
    public async Task A_part_of_somebody_who_is_away_is_seen_by_the_deputy_who_was_told()
    {
        var id = await app.RegisteredAsync();
        var absence = await AwayAsync(Head, Specialist);
        Assert.True((await DirectAsync(Leader, id, Head)).Ok);
        Assert.True(await SeesAsync(Specialist, id));
        var told = await app.InDbAsync(db =>
            db.Set<Notice>().Where(n => n.Link == $"/van-ban/den/{id}").Select(n => n.AccountId).ToListAsync()
        );
        Assert.Contains(app.Given.AccountId(Specialist), told);
        Assert.Contains(app.Given.AccountId(Head), told);
        await BackAsync(absence);
        Assert.False(await SeesAsync(Specialist, id));
    }

    [Fact]
    public async Task A_deputy_who_is_no_leader_signs_by_a_written_authority_only()
    {
        var id = await app.DraftAsync();
        await app.SubmitAsync(id);
        await app.ApproveContentAsync(id);
        await app.ApproveFormatAsync(id);
        var absence = await AwayAsync(Leader, Head);
        Assert.False((await app.SignAsync(id, by: Head)).Ok);
        await BackAsync(absence);
        absence = await AwayAsync(Leader, Head, "số 05/GUQ-LĐLĐ");
        Assert.True((await app.SignAsync(id, by: Head)).Ok);
        await BackAsync(absence);
        var signed = await app.InDbAsync(db => db.Outgoing.AsNoTracking().SingleAsync(d => d.Id == id));
        Assert.Equal((OutgoingState.Signed, "TUQ. LEADER, Người Thử truongban, head"), (signed.State, signed.SignedBy));
        Assert.Equal(app.Given.AccountId(Head), signed.SignerId);
        var line = await app.InDbAsync(db =>
            db.History.Where(e => e.DocumentId == id && e.Kind == EventKind.Signed).Select(e => e.Text).SingleAsync()
        );
        Assert.Contains("số 05/GUQ-LĐLĐ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administration_goes_to_no_deputy_and_what_was_lent_goes_no_further()
    {
        var first = await AwayAsync(Admin, Specialist);
        var second = await AwayAsync(Leader, Head);
        var third = await AwayAsync(Head, Specialist);
        var roles = await app.AsAsync(
            Specialist,
            services => Task.FromResult(services.GetRequiredService<UserContext>().Required.Posts.Select(p => p.RoleCode).ToList())
        );
        Assert.Equal([Roles.Specialist, Roles.Head], roles);
        foreach (var absence in new[] { first, second, third })
            await BackAsync(absence);
    }

    [Theory]
    [InlineData("Phó Chủ tịch", "", "KT. CHỦ TỊCH")]
    [InlineData("Phó Chủ tịch", "TM. BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ, KT. CHỦ TỊCH")]
    [InlineData("Phó Chủ tịch", "KT. CHỦ TỊCH", "KT. CHỦ TỊCH")]
    [InlineData("Chủ tịch", " TM. BAN CHẤP HÀNH ", "TM. BAN CHẤP HÀNH")]
    [InlineData("Chủ tịch", "", "")]
    public void A_deputy_signs_in_place_of_the_head(string title, string typed, string authority)
    {
        var signer = new SignerRow(Guid.NewGuid(), "Người Thử", title);
        Assert.Equal(authority, SigningAuthority.Of(typed, signer, [signer, new(Guid.NewGuid(), "Người Thử Hai", "Chủ tịch")]));
    }
}
