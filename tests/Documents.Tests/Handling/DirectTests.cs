using DoanKet.Contracts.Desk;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Registers;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Handling;

public sealed class DirectOnSqlite(SqliteApp app) : DirectTests(app), IClassFixture<SqliteApp>;

public sealed class DirectOnPostgreSql(PostgreSqlApp app) : DirectTests(app), IClassFixture<PostgreSqlApp>;

public abstract class DirectTests(UnionApp app)
{
    private string Person(string userName) => $"p:{app.Given.AccountId(userName)}";

    private Task<IncomingDocument> RowAsync(Guid id) => app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));

    private Task<bool> SeesAsync(string userName, Guid id) =>
        app.AsAsync(
            userName,
            services =>
                services
                    .GetRequiredService<Kernel.Persistence.UnionDb>()
                    .Incoming.ReadableBy(
                        services.GetRequiredService<Kernel.Persistence.UnionDb>(),
                        services.GetRequiredService<UserContext>().Required
                    )
                    .AnyAsync(d => d.Id == id)
        );

    private Task<IReadOnlyList<WaitingGroup>> WaitingAsync(string userName) =>
        app.AsAsync(
            userName,
            services =>
                services
                    .GetServices<IWaitingWork>()
                    .OfType<IncomingWaitingWork>()
                    .Single()
                    .ForAsync(services.GetRequiredService<UserContext>().Required, 100, default)
        );

    private Task<Kernel.Results.Result<string>> FinishAsync(string userName, Guid document, string result) =>
        app.AsAsync(
            userName,
            async services =>
            {
                var me = app.Given.AccountId(userName);
                var part = await services
                    .GetRequiredService<Kernel.Persistence.UnionDb>()
                    .Assignments.Where(a => a.IncomingId == document && (a.ToAccountId == me || a.ToAccountId == null))
                    .Select(a => a.Id)
                    .FirstAsync();
                return await services.GetRequiredService<FinishAssignment>().HandleAsync(part, result, false, default);
            }
        );

    [Fact]
    public async Task Two_roles_for_one_person_and_a_mistyped_year_are_said()
    {
        var id = await app.RegisteredAsync();
        var head = $"p:{app.Given.AccountId(GivenFederation.Head)}";
        var refused = await app.DirectAsync(
            id,
            new()
            {
                Directive = "Giao.",
                Lead = head,
                Coordinate = [head],
                DueOn = app.Clock.Today().AddYears(10),
            }
        );
        Assert.Equal(["Lead", "DueOn"], refused.Problems.Select(p => p.Field));
        var late = Incoming.Office.Form();
        late.DueOn = app.Clock.Today().AddYears(10);
        var registered = await app.RegisterAsync(await app.ReceiveAsync(), late);
        Assert.Contains("xem lại năm", registered.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directive_gives_parts_tells_people_and_sets_the_day_by_working_days()
    {
        var id = await app.RegisteredAsync();
        // Tuesday 10 March 2026; five working days later it is the Tuesday after.
        var due = await app.DirectAsync(
            id,
            new()
            {
                Directive = "Giao tham mưu.",
                Lead = Person(GivenFederation.Specialist),
                Coordinate = [$"u:{app.Given.OtherBoard.Id}"],
                Days = 5,
            }
        );
        Assert.Equal(new DateOnly(2026, 3, 17), due.Value);
        Assert.Equal((IncomingState.Directed, due.Value), ((await RowAsync(id)).State, (await RowAsync(id)).DueOn));
        Assert.True(
            await app.InDbAsync(db =>
                db.Set<Notice>()
                    .AnyAsync(n => n.AccountId == app.Given.AccountId(GivenFederation.Specialist) && n.Link == $"/van-ban/den/{id}")
            )
        );
        var item = Assert.Single(
            (await WaitingAsync(GivenFederation.Specialist)).SelectMany(g => g.Items),
            i => i.Link == $"/van-ban/den/{id}"
        );
        Assert.Equal(due.Value, item.Due);
    }

    [Fact]
    public async Task Only_those_who_were_given_a_part_see_what_their_office_received()
    {
        var id = await app.RegisteredAsync();
        Assert.False(await SeesAsync(GivenFederation.Specialist, id));
        Assert.True((await app.DirectAsync(id, new() { Directive = "Giao.", Lead = Person(GivenFederation.Specialist) })).Ok);
        Assert.True(await SeesAsync(GivenFederation.Specialist, id));
        Assert.False(await SeesAsync(GivenFederation.DistrictClerk, id));
        Assert.True(await SeesAsync(GivenFederation.Viewer, id));
    }

    [Fact]
    public async Task A_unit_that_was_given_a_part_handles_it_by_its_own_people()
    {
        var id = await app.RegisteredAsync();
        Assert.True((await app.DirectAsync(id, new() { Directive = "Giao Ban.", Lead = $"u:{app.Given.Board.Id}" })).Ok);
        Assert.True(await SeesAsync(GivenFederation.Head, id));
        Assert.True((await FinishAsync(GivenFederation.Head, id, "Đã báo cáo.")).Ok);
        Assert.Equal(IncomingState.Done, (await RowAsync(id)).State);
    }

    [Fact]
    public async Task The_document_is_done_when_its_lead_says_so_and_not_before()
    {
        var id = await app.RegisteredAsync();
        Assert.True(
            (
                await app.DirectAsync(
                    id,
                    new()
                    {
                        Directive = "Giao.",
                        Lead = Person(GivenFederation.Head),
                        Coordinate = [Person(GivenFederation.Specialist)],
                    }
                )
            ).Ok
        );
        Assert.True((await FinishAsync(GivenFederation.Specialist, id, "Đã góp ý.")).Ok);
        Assert.Equal(IncomingState.Directed, (await RowAsync(id)).State);
        Assert.False((await FinishAsync(GivenFederation.Head, id, " ")).Ok);
        Assert.True((await FinishAsync(GivenFederation.Head, id, "Đã có văn bản trả lời.")).Ok);
        Assert.Equal(IncomingState.Done, (await RowAsync(id)).State);
        Assert.DoesNotContain((await WaitingAsync(GivenFederation.Head)).SelectMany(g => g.Items), i => i.Link == $"/van-ban/den/{id}");
    }

    [Fact]
    public async Task Those_to_whom_a_leader_gives_most_stand_first_and_nobody_stands_twice()
    {
        var id = await app.RegisteredAsync();
        Assert.True((await app.DirectAsync(id, new() { Directive = "Giao.", Lead = Person(GivenFederation.Specialist) })).Ok);
        var offered = await app.AsAsync(
            GivenFederation.Leader,
            services =>
                services
                    .GetRequiredService<PossibleHandlers>()
                    .UsualFirstAsync(app.Given.Federation.Id, app.Given.AccountId(GivenFederation.Leader), default)
        );
        Assert.Equal("Thường giao", offered[0].Place);
        Assert.Contains(offered, h => h.Place == "Thường giao" && h.Key == Person(GivenFederation.Specialist));
        Assert.Equal(offered.Count, offered.Select(h => h.Key).Distinct().Count());
    }

    [Fact]
    public async Task Directed_again_the_parts_change_and_the_history_keeps_both()
    {
        var id = await app.RegisteredAsync();
        Assert.True((await app.DirectAsync(id, new() { Directive = "Lần một.", Lead = Person(GivenFederation.Head) })).Ok);
        Assert.True((await app.DirectAsync(id, new() { Directive = "Lần hai.", Lead = Person(GivenFederation.Specialist) })).Ok);
        var parts = await app.InDbAsync(db =>
            db.Assignments.Where(a => a.IncomingId == id && a.State == AssignmentState.Open).Select(a => a.ToAccountId).ToListAsync()
        );
        Assert.Equal(app.Given.AccountId(GivenFederation.Specialist), Assert.Single(parts));
        Assert.Equal(2, await app.InDbAsync(db => db.History.CountAsync(e => e.DocumentId == id && e.Kind == EventKind.Directed)));
        Assert.False(await SeesAsync(GivenFederation.Head, id));
    }

    [Fact]
    public async Task A_book_that_was_printed_goes_on_naming_whom_a_later_directive_relieved()
    {
        var id = await app.RegisteredAsync();
        Assert.True((await app.DirectAsync(id, new() { Directive = "Lần một.", Lead = Person(GivenFederation.Head) })).Ok);
        Task<IReadOnlyDictionary<Guid, NameHandlers.Given>> NamesAsync() =>
            app.InDbAsync(db => new NameHandlers(db).ForAsync([id], default));
        await app.InDbAsync(db =>
            db.Assignments.Where(a => a.IncomingId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.AssignedAt, a => a.AssignedAt.AddDays(-3)))
        );
        var printed = (await NamesAsync())[id];
        Assert.True((await app.DirectAsync(id, new() { Directive = "Lần hai.", Lead = Person(GivenFederation.Specialist) })).Ok);
        var now = (await NamesAsync())[id];
        Assert.StartsWith(printed.Names, now.Names, StringComparison.Ordinal);
        Assert.Equal(printed.GivenOn, now.GivenOn);
    }

    [Fact]
    public async Task What_is_given_for_information_has_no_deadline_however_often_the_directive_changes()
    {
        var id = await app.RegisteredAsync();
        DirectInput Input(int days) =>
            new()
            {
                Directive = "Giao.",
                Lead = Person(GivenFederation.Head),
                Inform = [Person(GivenFederation.Specialist)],
                Days = days,
            };
        Assert.True((await app.DirectAsync(id, Input(3))).Ok);
        Assert.True((await app.DirectAsync(id, Input(5))).Ok);
        var parts = await app.InDbAsync(db =>
            db.Assignments.Where(a => a.IncomingId == id).Select(a => new { a.Role, HasDay = a.DueOn != null }).ToListAsync()
        );
        Assert.All(parts, part => Assert.Equal(part.Role != AssignmentRole.Inform, part.HasDay));
    }

    [Theory]
    [
        InlineData(GivenFederation.Viewer, false),
        InlineData(GivenFederation.Clerk, true),
        InlineData(GivenFederation.Leader, true),
        InlineData(GivenFederation.Specialist, false)
    ]
    public async Task Whoever_only_reads_writes_no_note(string userName, bool allowed)
    {
        var id = await app.RegisteredAsync();
        var result = await app.AsAsync(userName, services => services.GetRequiredService<AddNote>().HandleAsync(id, "Ghi thử", default));
        Assert.Equal(allowed, result.Ok);
        Assert.Equal(
            allowed ? 1 : 0,
            await app.InDbAsync(db => db.History.CountAsync(e => e.DocumentId == id && e.Kind == EventKind.Note))
        );
        Assert.Equal(
            allowed,
            await app.InDbAsync(db =>
                db.Set<Kernel.Audit.AuditEntry>().AnyAsync(e => e.SubjectId == id && e.Action == "documents.incoming.note")
            )
        );
    }

    [Fact]
    public async Task Nobody_but_the_leader_of_the_unit_directs_and_not_before_the_book()
    {
        var arrived = await app.ReceiveAsync();
        var input = new DirectInput { Directive = "Giao.", Lead = Person(GivenFederation.Head) };
        Assert.False((await app.DirectAsync(arrived, input)).Ok);
        var registered = await app.RegisteredAsync();
        Assert.False((await app.DirectAsync(registered, input, GivenFederation.DistrictLeader)).Ok);
        Assert.False((await app.DirectAsync(registered, input, GivenFederation.Clerk)).Ok);
    }

    [Fact]
    public async Task An_incomplete_directive_names_every_problem()
    {
        var id = await app.RegisteredAsync();
        var result = await app.DirectAsync(
            id,
            new()
            {
                Coordinate = [Person(GivenFederation.Head)],
                DueOn = new(2020, 1, 1),
                Days = 0,
            }
        );
        Assert.Equal(["Days", "Directive", "DueOn", "Lead"], result.Problems.Select(p => p.Field).Order());
    }

    [Fact]
    public async Task Passed_on_for_information_only_a_document_rests()
    {
        var id = await app.RegisteredAsync();
        Assert.True((await app.DirectAsync(id, new() { Phrase = "Chuyển để biết.", Inform = [Person(GivenFederation.Head)] })).Ok);
        Assert.Equal(IncomingState.Done, (await RowAsync(id)).State);
        Assert.True(await SeesAsync(GivenFederation.Head, id));
    }
}
