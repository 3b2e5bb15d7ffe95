using System.IO.Compression;
using System.Xml.Linq;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Issuing;

public sealed class BoardOnSqlite(SqliteApp app) : BoardTests(app), IClassFixture<SqliteApp>;

public sealed class BoardOnPostgreSql(PostgreSqlApp app) : BoardTests(app), IClassFixture<PostgreSqlApp>;

public abstract class BoardTests(UnionApp app)
{
    private Task<Result<RemindReceivers.Outcome>> RemindAsync(Guid id, IReadOnlyList<Guid>? units = null, string by = Clerk) =>
        app.DoAsync<RemindReceivers, Result<RemindReceivers.Outcome>>(by, h => h.HandleAsync(new(id, units), default));

    private Task<BoardView?> BoardAsync(Guid id, BoardFilter filter, string by = Clerk) =>
        app.DoAsync<ReadBoard, BoardView?>(by, h => h.HandleAsync(id, filter, default));

    /// <summary>As the receiver's own acts would do it.</summary>
    private Task<int> SetAsync(Guid id, Guid unit, ReceiptState state) =>
        app.InDbAsync(db =>
            db.Receipts.Where(r => r.OutgoingId == id && r.ReceiverId == unit).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, state))
        );

    [Fact]
    public async Task A_reminder_reaches_the_officers_of_those_who_have_not_registered()
    {
        var id = await app.IssuedAsync();
        await SetAsync(id, app.Given.District.Id, ReceiptState.Registered);
        Assert.Equal(11, (await RemindAsync(id)).Value.Units);
        var copy = await app.InDbAsync(db =>
            db.Receipts.Where(r => r.OutgoingId == id && r.ReceiverId == app.Given.GrassrootsUnits[0].Id)
                .Select(r => r.IncomingId)
                .SingleAsync()
        );
        var told = await app.InDbAsync(db =>
            db.Set<Notice>().SingleAsync(n => n.Link == $"/van-ban/den/{copy}" && n.Text.Contains("nhắc"))
        );
        Assert.Equal(app.Given.AccountId(Grassroots), told.AccountId);
    }

    [Fact]
    public async Task A_unit_is_reminded_once_an_hour_at_most()
    {
        var id = await app.IssuedAsync();
        Assert.Equal((12, 0), await CountsAsync());
        Assert.Equal((0, 12), await CountsAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal((12, 0), await CountsAsync());
        Assert.All(
            await app.InDbAsync(db => db.Receipts.Where(r => r.OutgoingId == id).Select(r => r.Reminders).ToListAsync()),
            n => Assert.Equal(2, n)
        );

        async Task<(int, int)> CountsAsync() => (await RemindAsync(id)).Value is var o ? (o.Units, o.Skipped) : default;
    }

    [Fact]
    public async Task Marked_units_are_reminded_and_finished_ones_are_not()
    {
        var id = await app.IssuedAsync();
        await SetAsync(id, app.Given.District.Id, ReceiptState.Done);
        var outcome = (await RemindAsync(id, [app.Given.District.Id, app.Given.OtherDistrict.Id])).Value;
        Assert.Equal((1, 1), (outcome.Units, outcome.Skipped));
        Assert.False((await RemindAsync(id, [])).Ok);
    }

    [Fact]
    public async Task A_stranger_neither_follows_nor_reminds()
    {
        var id = await app.IssuedAsync();
        foreach (var stranger in (string[])[DistrictClerk, Grassroots, Admin, Viewer])
        {
            Assert.False((await RemindAsync(id, by: stranger)).Ok);
            Assert.Null(await BoardAsync(id, new(), stranger));
        }
        Assert.NotNull(await BoardAsync(id, new(), Head));
    }

    [Fact]
    public async Task The_board_counts_all_and_filters_by_state_lateness_subtree_and_words()
    {
        var id = await app.IssuedAsync(app.Clock.Today().AddDays(3));
        await SetAsync(id, app.Given.District.Id, ReceiptState.Done);
        await SetAsync(id, app.Given.OtherDistrict.Id, ReceiptState.Opened);
        var all = await BoardAsync(id, new());
        Assert.Equal((12, 1, 1, 10, 0), (all!.Counts.All, all.Counts.Done, all.Counts.Opened, all.Counts.Delivered, all.Counts.Overdue));
        Assert.Equal(1, (await BoardAsync(id, new() { State = "da-mo" }))!.Matching);
        Assert.Equal(6, (await BoardAsync(id, new() { Under = app.Given.District.Id }))!.Matching);
        Assert.Equal(1, (await BoardAsync(id, new() { SearchTerms = "truong tieu hoc so 7" }))!.Matching);
        var today = app.Clock.Today();
        await app.InDbAsync(db =>
            db.Receipts.Where(r => r.OutgoingId == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.DueOn, today.AddDays(-1)))
        );
        var late = await BoardAsync(id, new() { State = BoardFilter.Overdue });
        Assert.Equal((11, 11), (late!.Matching, late.Counts.Overdue));
    }

    [Fact]
    public async Task What_looks_like_a_formula_is_text_in_the_export()
    {
        using var sheet = new MemoryStream();
        string[] hostile = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)"];
        var rows = hostile
            .Select(name => new BoardRow(
                Guid.Empty,
                "H01",
                name,
                null,
                ReceiptState.Returned,
                app.Clock.UtcDateTime(),
                null,
                null,
                null,
                null,
                null,
                name,
                false,
                null,
                null,
                0,
                null,
                ""
            ))
            .ToList();
        await BoardExport.WriteAsync(sheet, rows, ["Sở Nội vụ (bưu điện)"], ["=2+5 cho văn bản"], app.Clock.Today(), default);

        using var archive = new ZipArchive(new MemoryStream(sheet.ToArray()));
        var xml = await XDocument.LoadAsync(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open(), LoadOptions.None, default);
        Assert.DoesNotContain(xml.Descendants(), e => e.Name.LocalName == "f");
        var texts = xml.Descendants().Where(e => e.Name.LocalName is "v" or "t").Select(e => e.Value).ToList();
        Assert.All(hostile, h => Assert.Contains("'" + h, texts));
        Assert.DoesNotContain(texts, hostile.Contains);
    }
}
