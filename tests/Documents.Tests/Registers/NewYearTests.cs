using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Documents.Tests.Registers;

public sealed class NewYearOnSqlite(SqliteApp app) : NewYearTests(app), IClassFixture<SqliteApp>;

public sealed class NewYearOnPostgreSql(PostgreSqlApp app) : NewYearTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Books and numbers begin anew at midnight in Vietnam (điều 15, 22), also for an act during which midnight strikes.</summary>
public abstract class NewYearTests(UnionApp app)
{
    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Number_day_and_book_of_a_paper_are_of_one_year_whenever_midnight_strikes()
    {
        for (var looks = 0; looks < 8; looks++)
        {
            var id = await app.ReceiveAsync();
            await AtMidnightAsync(2031 + 2 * looks, looks, async () => (await app.RegisterAsync(id, Office.Form($"{looks + 1}/TB-NM"))).Ok);
            var row = await app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));
            Assert.Equal((row.ArrivalDate!.Value.Year, 1), (row.BookYear!.Value, row.ArrivalNumber!.Value));
        }
    }

    [Fact]
    public async Task Number_and_day_of_an_issued_document_are_of_one_year_whenever_midnight_strikes()
    {
        for (var looks = 0; looks < 8; looks++)
        {
            var id = await app.SignedAsync();
            await app.ChooseAsync(id, ChoiceSource.Kind, "district");
            await AtMidnightAsync(2061 + 2 * looks, looks, async () => (await app.IssueAsync(id, 2)).Ok);
            var document = await app.InDbAsync(db => db.Outgoing.AsNoTracking().FirstAsync(d => d.Id == id));
            Assert.Equal((document.IssuedOn!.Value.Year, 1), (document.Year!.Value, document.Number!.Value));
            Assert.Equal(document.IssuedOn, VietnamTime.DateOf(document.IssuedAt!.Value));
        }
    }

    /// <summary>The act sees the old year when it looks at the clock for the first times, and then the new one.</summary>
    private async Task AtMidnightAsync(int year, int looks, Func<Task<bool>> act)
    {
        var midnight = new DateTimeOffset(year, 12, 31, 17, 0, 0, TimeSpan.Zero);
        app.Clock.MoveTo(midnight - looks * Jump - Jump / 2);
        app.Clock.Jump = Jump;
        try
        {
            Assert.True(await act());
        }
        finally
        {
            app.Clock.Jump = TimeSpan.Zero;
        }
    }
}
