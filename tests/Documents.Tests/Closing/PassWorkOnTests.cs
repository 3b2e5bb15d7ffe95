using DoanKet.Contracts.Organisation;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Closing;

public sealed class PassWorkOnSqlite() : PassWorkOnTests(new SqliteApp());

public sealed class PassWorkOnPostgreSql() : PassWorkOnTests(new PostgreSqlApp());

/// <summary>Units close while work waits in them: each test in a federation of its own, for a closed unit stays closed.</summary>
public abstract class PassWorkOnTests(UnionApp app) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return app.DisposeAsync();
    }

    private Task<Result> CloseAsync(Unit unit, Unit heir) =>
        app.InScopeAsync(services =>
            services
                .GetRequiredService<Work>()
                .RunAsync(
                    async () =>
                    {
                        var closed = new UnitClosed(unit.Id, app.Clock.Today().AddDays(-1), heir.Id);
                        await services.GetRequiredService<EventPublisher>().PublishAsync(closed, default);
                        return Result.Success;
                    },
                    default
                )
        );

    private Task<IncomingDocument> RowAsync(Guid id) => app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));

    private Task<List<string>> HistoryAsync(Guid id) =>
        app.InDbAsync(db => db.History.Where(e => e.DocumentId == id && e.Kind == EventKind.PassedOn).Select(e => e.Text).ToListAsync());

    [Fact]
    public async Task Parts_and_drafts_of_a_board_go_to_the_board_that_carries_on()
    {
        var document = await app.RegisteredAsync();
        await app.DirectAsync(
            document,
            new()
            {
                Directive = "Giao tham mưu.",
                Lead = $"u:{app.Given.Board.Id}",
                Coordinate = [$"u:{app.Given.OtherBoard.Id}"],
                Days = 5,
            }
        );
        var draft = await app.DraftAsync("V/v bàn giao");
        await app.SubmitAsync(draft);
        Assert.True((await CloseAsync(app.Given.Board, app.Given.OtherBoard)).Ok);

        var parts = await app.InDbAsync(db => db.Assignments.AsNoTracking().Where(a => a.IncomingId == document).ToListAsync());
        var own = Assert.Single(parts, a => a.State == AssignmentState.Open);
        Assert.Equal((app.Given.OtherBoard.Id, AssignmentRole.Lead), (own.ToUnitId, own.Role));
        Assert.Contains(parts, a => a.ToUnitId == app.Given.Board.Id && a.State == AssignmentState.Ended);
        Assert.Contains("chuyển cho Ban Tổ chức – Kiểm tra", Assert.Single(await HistoryAsync(document)));
        var passed = await app.InDbAsync(db => db.Outgoing.AsNoTracking().FirstAsync(d => d.Id == draft));
        Assert.Equal(
            (app.Given.OtherBoard.Id, app.Given.Federation.Id, OutgoingState.ContentReview),
            (passed.DraftingUnitId, passed.UnitId, passed.State)
        );
    }

    [Fact]
    public async Task Documents_of_a_closed_unit_arrive_at_its_heir_and_its_book_keeps_every_line()
    {
        var (closed, heir) = (app.Given.GrassrootsUnits[5], app.Given.OtherDistrict);
        var waiting = await ReceivedByAsync(closed);
        var entered = await ReceivedByAsync(closed);
        await EnterAsync(entered, closed, number: 1);
        var shared = await app.IssuedAsync();
        var both = await app.InDbAsync(db => db.Receipts.Where(r => r.OutgoingId == shared && r.ReceiverId == closed.Id).FirstAsync());

        Assert.True((await CloseAsync(closed, heir)).Ok);
        Assert.Equal((heir.Id, IncomingState.Arrived), ((await RowAsync(waiting)).UnitId, (await RowAsync(waiting)).State));
        var line = await RowAsync(entered);
        Assert.Equal((closed.Id, IncomingState.Done, 1), (line.UnitId, line.State, line.ArrivalNumber));
        var next = await app.InDbAsync(db =>
            db.Incoming.AsNoTracking().SingleAsync(d => d.ContentId == line.ContentId && d.UnitId == heir.Id)
        );
        Assert.Equal((IncomingState.Arrived, null, line.Subject), (next.State, next.ArrivalNumber, next.Subject));
        Assert.StartsWith("Chuyển tiếp từ CĐCS Trường Tiểu học số 6, số đến 1 năm 2026", next.Note);
        // The sender goes on following the record that is worked on.
        var receipt = await app.InDbAsync(db => db.Receipts.AsNoTracking().SingleAsync(r => r.IncomingId == next.Id));
        Assert.Equal((closed.Id, ReceiptState.Registered), (receipt.ReceiverId, receipt.State));
        // The heir received this one itself.
        Assert.Equal(IncomingState.Returned, (await RowAsync(both.IncomingId)).State);
        Assert.Equal(
            1,
            await app.InDbAsync(db =>
                db.Incoming.CountAsync(d =>
                    d.UnitId == heir.Id && d.ContentId == db.Set<OutgoingDocument>().First(o => o.Id == shared).ContentId
                )
            )
        );
        await app.RunJobsAsync();
        using var clerk = await app.SignedInAsync(OtherClerk);
        Assert.Contains("đang dở được chuyển cho", (await clerk.OpenAsync("/thong-bao")).Body!.TextContent);
    }

    [Fact]
    public async Task A_draft_that_another_office_must_issue_begins_again_and_needs_a_signer_of_that_office()
    {
        var draft = await app.DraftAsync("V/v tổng kết của huyện", by: Clerk);
        await app.InDbAsync(db =>
            db.Outgoing.Where(d => d.Id == draft)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(d => d.State, OutgoingState.Signing)
                        .SetProperty(d => d.UnitId, app.Given.District.Id)
                        .SetProperty(d => d.DraftingUnitId, app.Given.District.Id)
                )
        );
        Assert.True((await CloseAsync(app.Given.District, app.Given.Federation)).Ok);
        var passed = await app.InDbAsync(db => db.Outgoing.AsNoTracking().FirstAsync(d => d.Id == draft));
        Assert.Equal(
            (app.Given.Federation.Id, app.Given.Federation.Id, OutgoingState.Draft, null),
            (passed.UnitId, passed.DraftingUnitId, passed.State, passed.SignerId)
        );
        var submitted = await app.SubmitAsync(draft, by: Clerk);
        Assert.False(submitted.Ok);
        Assert.Contains("chọn người ký khác", submitted.Message);
    }

    /// <summary>The receiving unit's own record of a document issued to it alone.</summary>
    private async Task<Guid> ReceivedByAsync(Unit unit)
    {
        var issued = await app.SignedAsync();
        await app.ChooseAsync(issued, ChoiceSource.Units, units: [unit.Id]);
        Assert.True((await app.IssueAsync(issued, 1)).Ok);
        return await app.InDbAsync(db => db.Receipts.Where(r => r.OutgoingId == issued).Select(r => r.IncomingId).SingleAsync());
    }

    private Task<int> EnterAsync(Guid id, Unit unit, int number) =>
        app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<UnionDb>();
            await services.GetRequiredService<ReceiptProgress>().RegisteredAsync(id, number, default);
            return await db
                .Incoming.Where(d => d.Id == id && d.UnitId == unit.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(d => d.State, IncomingState.Registered)
                        .SetProperty(d => d.BookYear, 2026)
                        .SetProperty(d => d.ArrivalNumber, number)
                );
        });
}
