using DoanKet.Documents.Tests.Incoming;
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

public sealed class AmendOnSqlite(SqliteApp app) : AmendTests(app), IClassFixture<SqliteApp>;

public sealed class AmendOnPostgreSql(PostgreSqlApp app) : AmendTests(app), IClassFixture<PostgreSqlApp>;

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

/// <summary>The pages on which a document is replaced.</summary>
public sealed class AmendPageTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task The_issued_document_leads_to_a_draft_that_says_what_it_replaces()
    {
        var before = await app.IssuedAsync();
        using var drafter = app.Visit(Specialist);
        var issued = await drafter.OpenAsync($"/van-ban/di/{before}");
        var link = issued.QuerySelector($"a[href*='van-ban-cu={before}'][href*='Replaces']")!.GetAttribute("href")!;
        var compose = await drafter.OpenAsync(link);
        Assert.Contains("tự động được thu hồi", compose.Body!.TextContent, StringComparison.Ordinal);
        var draft = await drafter.SubmitAsync(compose, "form.dk-card", ("Input.SignerId", app.Given.AccountId(Leader).ToString()));
        Assert.Contains("Thay thế văn bản", draft.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Được thay thế bằng",
            (await drafter.OpenAsync($"/van-ban/di/{before}")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }
}
