using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Issuing;

[Collection(nameof(TakenBackOnSqlite))]
public sealed class AmendOnSqlite(SqliteApp app) : AmendTests(app);

[Collection(nameof(TakenBackOnPostgreSql))]
public sealed class AmendOnPostgreSql(PostgreSqlApp app) : AmendTests(app);

/// <summary>A document that replaces or corrects one that was issued before (điều 18.4).</summary>
public abstract class AmendTests(UnionApp app)
{
    private async Task<Result<Guid>> DraftAsync(Guid amended, Amendment amendment, string by = Specialist)
    {
        var file = await app.FileAsync($"Văn bản mới {Guid.NewGuid()}");
        return await app.DoAsync<CreateDraft, Result<Guid>>(
            by,
            h => h.HandleAsync(new(Acts.Fields(app), file, "", null, new(amended, amendment)), default)
        );
    }

    private async Task<Guid> IssuedAmendingAsync(Guid amended, Amendment amendment)
    {
        var id = (await DraftAsync(amended, amendment)).Value;
        Assert.True((await app.SubmitAsync(id)).Ok);
        Assert.True((await app.ApproveContentAsync(id)).Ok);
        Assert.True((await app.ApproveFormatAsync(id)).Ok);
        Assert.True((await app.SignAsync(id)).Ok);
        Assert.Equal(12, (await app.ChooseAsync(id, ChoiceSource.Amended)).Value.Changed);
        var issued = await app.IssueAsync(id, 12);
        Assert.True(issued.Ok, issued.Message);
        return id;
    }

    private Task<OutgoingDocument> RowAsync(Guid id) => app.InDbAsync(db => db.Outgoing.AsNoTracking().FirstAsync(d => d.Id == id));

    [Fact]
    public async Task A_replaced_document_is_recalled_when_the_new_one_is_issued()
    {
        var before = await app.IssuedAsync();
        Assert.Null((await RowAsync(before)).RecalledAt);
        var id = await IssuedAmendingAsync(before, Amendment.Replaces);
        var (old, fresh) = (await RowAsync(before), await RowAsync(id));
        Assert.NotNull(old.RecalledAt);
        Assert.Contains($"Được thay thế bằng văn bản số {fresh.NumberText}", old.RecallReason, StringComparison.Ordinal);
        var states = await app.InDbAsync(db =>
            db.Receipts.Where(r => r.OutgoingId == before).Select(r => r.Incoming.State).Distinct().ToListAsync()
        );
        Assert.Equal([IncomingState.Cancelled], states);
        Assert.Equal(12, await app.InDbAsync(db => db.Receipts.CountAsync(r => r.OutgoingId == id && r.Incoming.State == 0)));
    }

    [Fact]
    public async Task A_corrected_document_stays_and_its_receivers_see_by_what_it_was_corrected()
    {
        var before = await app.IssuedAsync();
        var id = await IssuedAmendingAsync(before, Amendment.Corrects);
        Assert.Null((await RowAsync(before)).RecalledAt);
        var number = (await RowAsync(id)).NumberText;
        var told = await app.InDbAsync(db =>
            db.History.CountAsync(e =>
                e.Kind == EventKind.Corrected
                && e.Text.Contains(number)
                && db.Set<Receipt>().Any(r => r.OutgoingId == before && r.IncomingId == e.DocumentId)
            )
        );
        Assert.Equal(12, told);
    }

    [Fact]
    public async Task A_draft_or_the_document_of_another_unit_cannot_be_replaced()
    {
        var draft = await app.DraftAsync();
        Assert.False((await DraftAsync(draft, Amendment.Replaces)).Ok);
        var issued = await app.IssuedAsync();
        Assert.False((await DraftAsync(issued, Amendment.Replaces, DistrictClerk)).Ok);
    }
}
