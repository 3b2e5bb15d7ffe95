using DoanKet.Contracts.Desk;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Issuing;

/// <summary>Recalling and amending share a program each, for a program costs seconds.</summary>
[CollectionDefinition(nameof(TakenBackOnSqlite))]
public sealed class TakenBackOnSqlite : ICollectionFixture<SqliteApp>;

[CollectionDefinition(nameof(TakenBackOnPostgreSql))]
public sealed class TakenBackOnPostgreSql : ICollectionFixture<PostgreSqlApp>;

[Collection(nameof(TakenBackOnSqlite))]
public sealed class RecallOnSqlite(SqliteApp app) : RecallTests(app);

[Collection(nameof(TakenBackOnPostgreSql))]
public sealed class RecallOnPostgreSql(PostgreSqlApp app) : RecallTests(app);

/// <summary>An issued document is taken back, on both sides (điều 18; phụ lục VI, phần III, 8).</summary>
public abstract class RecallTests(UnionApp app)
{
    private Task<Result<RecallDocument.Outcome>> RecallAsync(Guid id, string reason = "Sai số liệu.", string by = Clerk) =>
        app.DoAsync<RecallDocument, Result<RecallDocument.Outcome>>(by, h => h.HandleAsync(id, reason, default));

    private Task<Result> AnswerAsync(Guid copy, string? refusal, string by) =>
        app.DoAsync<AnswerRecall, Result>(by, h => h.HandleAsync(copy, refusal, default));

    private Task<Result<int>> AcknowledgeAsync(Guid copy) =>
        app.DoAsync<AcknowledgeIncoming, Result<int>>(Grassroots, h => h.HandleAsync(copy, default));

    private Task<Guid> CopyAsync(Guid id, Guid unit) =>
        app.InDbAsync(db => db.Receipts.Where(r => r.OutgoingId == id && r.ReceiverId == unit).Select(r => r.IncomingId).SingleAsync());

    private Task<IncomingDocument> RowAsync(Guid id) => app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));

    private Task<BoardView?> BoardAsync(Guid id, BoardFilter filter) =>
        app.DoAsync<ReadBoard, BoardView?>(Clerk, h => h.HandleAsync(id, filter, default));

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

    [Fact]
    public async Task Copies_in_no_book_are_cancelled_and_the_others_asked()
    {
        var id = await app.IssuedAsync();
        var (school, district) = (await CopyAsync(id, app.Given.GrassrootsUnits[0].Id), await CopyAsync(id, app.Given.District.Id));
        Assert.True((await AcknowledgeAsync(school)).Ok);

        var result = await RecallAsync(id);

        Assert.Equal(new(Cancelled: 11, Asked: 1), result.Value);
        Assert.Equal(
            (IncomingState.Cancelled, "Sai số liệu."),
            ((await RowAsync(district)).State, (await RowAsync(district)).RecallReason)
        );
        var asked = await RowAsync(school);
        Assert.Equal((IncomingState.Registered, true), (asked.State, asked.RecallWaits));
        Assert.Contains(await WaitingAsync(Grassroots), g => g.Items.Any(i => i.Link == $"/van-ban/den/{school}/thu-hoi"));
        // Cancelled is cancelled: the clerk of the district can't take a number for it any more.
        Assert.False((await app.RegisterAsync(district, clerk: DistrictClerk)).Ok);
        Assert.Equal(
            12,
            await app.InDbAsync(db =>
                db.History.CountAsync(e =>
                    e.Kind == EventKind.RecallAsked && db.Set<Receipt>().Any(r => r.OutgoingId == id && r.IncomingId == e.DocumentId)
                )
            )
        );
        Assert.False((await RecallAsync(id)).Ok);
        Assert.False(
            (await app.DoAsync<RemindReceivers, Result<RemindReceivers.Outcome>>(Clerk, h => h.HandleAsync(new(id, null), default))).Ok
        );
    }

    [Fact]
    public async Task A_receiver_agrees_and_its_line_stays_in_the_book()
    {
        var id = await app.IssuedAsync();
        var copy = await CopyAsync(id, app.Given.GrassrootsUnits[0].Id);
        var number = (await AcknowledgeAsync(copy)).Value;
        Assert.True((await RecallAsync(id)).Ok);
        Assert.True((await AnswerAsync(copy, null, Grassroots)).Ok);
        var row = await RowAsync(copy);
        Assert.Equal((IncomingState.Cancelled, number), (row.State, row.ArrivalNumber!.Value));
        Assert.Contains("Thu hồi theo yêu cầu của nơi gửi", row.BookRemark, StringComparison.Ordinal);
        Assert.Equal(12, Assert.Single((await BoardAsync(id, new()))!.Recall, r => r.Answer == RecallAnswer.Cancelled).Count);
        Assert.False((await AnswerAsync(copy, "Muộn rồi.", Grassroots)).Ok);
        Assert.DoesNotContain(await WaitingAsync(Grassroots), g => g.Items.Any(i => i.Link == $"/van-ban/den/{copy}/thu-hoi"));
    }

    [Fact]
    public async Task A_refusal_wants_a_reason_and_stands_on_the_board()
    {
        var id = await app.IssuedAsync();
        var copy = await CopyAsync(id, app.Given.GrassrootsUnits[0].Id);
        Assert.True((await AcknowledgeAsync(copy)).Ok);
        Assert.True((await RecallAsync(id)).Ok);
        Assert.Equal("Refusal", Assert.Single((await AnswerAsync(copy, " ", Grassroots)).Problems).Field);
        Assert.False((await AnswerAsync(copy, "Không phải của mình.", DistrictClerk)).Ok);
        Assert.True((await AnswerAsync(copy, "Đã làm xong.", Grassroots)).Ok);
        Assert.Equal(IncomingState.Registered, (await RowAsync(copy)).State);
        var refused = Assert.Single((await BoardAsync(id, new() { State = RecallAnswer.Refused.Slug() }))!.Rows);
        Assert.Equal((app.Given.GrassrootsUnits[0].Id, "Đã làm xong."), (refused.UnitId, refused.RecallRefusal));
        var clerk = app.Given.AccountId(Clerk);
        Assert.True(
            await app.InDbAsync(db => db.Set<Notice>().AnyAsync(n => n.AccountId == clerk && n.Text.Contains("không đồng ý thu hồi")))
        );
    }

    [Theory]
    [InlineData(Specialist)]
    [InlineData(Leader)]
    [InlineData(OtherClerk)]
    public async Task Only_the_clerk_of_the_issuing_unit_recalls(string userName)
    {
        var id = await app.IssuedAsync();
        Assert.False((await RecallAsync(id, by: userName)).Ok);
        Assert.Equal("Reason", Assert.Single((await RecallAsync(id, "  ")).Problems).Field);
        Assert.Null(await app.InDbAsync(db => db.Outgoing.Where(d => d.Id == id).Select(d => d.RecalledAt).SingleAsync()));
    }

    [Fact]
    public async Task A_recall_that_crosses_a_registration_leaves_the_copy_cancelled_or_asked()
    {
        for (var i = 0; i < 5; i++)
        {
            var id = await app.IssuedAsync();
            var copy = await CopyAsync(id, app.Given.GrassrootsUnits[0].Id);
            var registering = Task.Run(async () =>
            {
                try
                {
                    return (await AcknowledgeAsync(copy)).Ok;
                }
                catch (DbUpdateConcurrencyException)
                {
                    return false; // the page says that somebody was quicker
                }
            });
            var recalled = await RecallAsync(id);
            var registered = await registering;
            Assert.True(recalled.Ok, recalled.Message);
            var row = await RowAsync(copy);
            Assert.NotNull(row.RecallAskedAt);
            Assert.Equal(registered ? (IncomingState.Registered, true) : (IncomingState.Cancelled, false), (row.State, row.RecallWaits));
            Assert.Equal(registered, row.ArrivalNumber is not null);
        }
    }
}
