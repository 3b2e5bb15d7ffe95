using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

public sealed class DraftToSignedOnSqlite(SqliteApp app) : DraftToSignedTests(app), IClassFixture<SqliteApp>;

public sealed class DraftToSignedOnPostgreSql(PostgreSqlApp app) : DraftToSignedTests(app), IClassFixture<PostgreSqlApp>;

public abstract class DraftToSignedTests(UnionApp app)
{
    private Task<OutgoingDocument> ReadAsync(Guid id) =>
        app.InDbAsync(db => db.Outgoing.AsNoTracking().Include(d => d.Content).ThenInclude(c => c.Attachments).FirstAsync(d => d.Id == id));

    [Fact]
    public async Task A_draft_goes_through_two_approvals_and_the_signature_and_keeps_everything()
    {
        var id = await app.SignedAsync();

        var document = await ReadAsync(id);
        Assert.Equal(OutgoingState.Signed, document.State);
        Assert.Equal(app.Given.Federation.Id, document.UnitId);
        Assert.Equal(app.Given.Board.Id, document.DraftingUnitId);
        Assert.Equal("Ký trên giấy, đính kèm bản quét", document.SigningMethod);
        Assert.StartsWith("ban-ky", Assert.Single(document.Content.Attachments).Name, StringComparison.Ordinal);
        var approvals = await app.InDbAsync(db => db.Approvals.Where(a => a.OutgoingId == id).OrderBy(a => a.Kind).ToListAsync());
        Assert.Equal(
            [(ApprovalKind.Content, app.Given.AccountId(Head)), (ApprovalKind.Format, app.Given.AccountId(Clerk))],
            approvals.Select(a => (a.Kind, a.AccountId))
        );
        Assert.All(approvals, a => Assert.True(a.Approved && a.DraftNumber == 1));
        var version = await app.InDbAsync(db => db.Drafts.SingleAsync(v => v.OutgoingId == id));
        Assert.NotEqual(document.Content.Attachments[0].Sha256, version.Sha256);
        var lines = await app.InDbAsync(db =>
            db.History.Where(e => e.DocumentId == id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()
        );
        Assert.Equal(
            [EventKind.Drafted, EventKind.Submitted, EventKind.ContentApproved, EventKind.FormatApproved, EventKind.Signed],
            lines
        );
    }

    [Fact]
    public async Task Each_step_tells_the_next_person()
    {
        var id = await app.SignedAsync();
        var link = $"/van-ban/di/{id}";
        var told = await app.InDbAsync(db =>
            db.Set<Notice>().Where(n => n.Link == link).OrderBy(n => n.Id).Select(n => n.AccountId).ToListAsync()
        );
        Assert.Equal(((string[])[Head, Clerk, Leader, Clerk]).Select(app.Given.AccountId), told);
    }

    [Fact]
    public async Task An_approval_pressed_twice_is_one_record()
    {
        var id = await app.DraftAsync();
        await app.SubmitAsync(id);
        var presses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => app.ApproveContentAsync(id))));
        Assert.All(presses, p => Assert.True(p.Ok, p.Message));
        Assert.Single(presses, p => p.Value == StepOutcome.Done);
        Assert.Equal(1, await app.InDbAsync(db => db.Approvals.CountAsync(a => a.OutgoingId == id)));
    }

    [Fact]
    public async Task A_new_version_after_an_approval_asks_for_all_approvals_again()
    {
        var id = await app.DraftAsync();
        await app.SubmitAsync(id);
        await app.ApproveContentAsync(id);
        Assert.True((await app.UploadAsync(id, "bản hai")).Ok);
        Assert.Equal(OutgoingState.Draft, (await ReadAsync(id)).State);
        Assert.Equal(
            [1, 2],
            await app.InDbAsync(db => db.Drafts.Where(v => v.OutgoingId == id).Select(v => v.Number).Order().ToListAsync())
        );
    }

    [Fact]
    public async Task Nobody_approves_a_version_that_he_did_not_see()
    {
        var id = await app.DraftAsync();
        await app.UploadAsync(id, "bản hai của " + id);
        await app.SubmitAsync(id);
        Assert.False((await app.ApproveContentAsync(id, seen: 1)).Ok);
        Assert.True((await app.ApproveContentAsync(id, seen: 2)).Ok);
    }

    [Fact]
    public async Task The_same_file_is_no_new_version()
    {
        var id = await app.DraftAsync();
        Assert.True((await app.UploadAsync(id, "giống hệt")).Ok);
        Assert.Contains("giống hệt", (await app.UploadAsync(id, "giống hệt")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_back_needs_a_reason_and_leaves_a_record()
    {
        var id = await app.DraftAsync();
        await app.SubmitAsync(id);
        Assert.False((await app.SendBackAsync(id, " ")).Ok);
        Assert.True((await app.SendBackAsync(id, "Thiếu căn cứ")).Ok);
        Assert.Equal(OutgoingState.Draft, (await ReadAsync(id)).State);
        var record = await app.InDbAsync(db => db.Approvals.SingleAsync(a => a.OutgoingId == id));
        Assert.Equal((false, "Thiếu căn cứ"), (record.Approved, record.Note));
    }

    [Fact]
    public async Task A_draft_without_a_file_is_not_submitted()
    {
        var made = await app.DoAsync<CreateDraft, Kernel.Results.Result<Guid>>(
            Specialist,
            h => h.HandleAsync(new(Acts.Fields(app), null, "", null), default)
        );
        Assert.Contains("chưa có tệp", (await app.SubmitAsync(made.Value)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_of_a_draft_come_at_once()
    {
        var empty = new DraftFields("", "", Urgency.Normal, new(2020, 1, 1), null, "", "");
        var result = await app.DoAsync<CreateDraft, Kernel.Results.Result<Guid>>(
            Specialist,
            h => h.HandleAsync(new(empty, null, "", null), default)
        );
        Assert.Equal(["KindCode", "ReplyBy", "SignerId", "Subject"], result.Problems.Select(p => p.Field).Order());
    }

    [Theory]
    [InlineData(DistrictClerk)]
    [InlineData(DistrictLeader)]
    [InlineData(Grassroots)]
    [InlineData(Admin)]
    [InlineData(Viewer)]
    public async Task A_stranger_can_do_nothing_at_any_step(string stranger)
    {
        var id = await app.DraftAsync();
        Assert.False((await app.UploadAsync(id, "của người lạ", stranger)).Ok);
        Assert.False(
            (
                await app.DoAsync<EditDraft, Kernel.Results.Result<StepOutcome>>(
                    stranger,
                    h => h.HandleAsync(id, Acts.Fields(app), 1, default)
                )
            ).Ok
        );
        Assert.False((await app.SubmitAsync(id, stranger)).Ok);
        await app.SubmitAsync(id);
        Assert.False((await app.ApproveContentAsync(id, by: stranger)).Ok);
        Assert.False((await app.SendBackAsync(id, "không", stranger)).Ok);
        await app.ApproveContentAsync(id);
        Assert.False((await app.ApproveFormatAsync(id, by: stranger)).Ok);
        await app.ApproveFormatAsync(id);
        Assert.False((await app.SignAsync(id, by: stranger)).Ok);
        Assert.Equal(OutgoingState.Signing, (await ReadAsync(id)).State);
    }

    [Fact]
    public async Task A_colleague_does_not_take_the_place_of_the_one_who_decides()
    {
        var id = await app.DraftAsync();
        await app.SubmitAsync(id);
        Assert.False((await app.ApproveContentAsync(id, by: Specialist)).Ok);
        Assert.False((await app.ApproveContentAsync(id, by: Clerk)).Ok);
        await app.ApproveContentAsync(id);
        Assert.False((await app.ApproveFormatAsync(id, by: Head)).Ok);
        await app.ApproveFormatAsync(id);
        Assert.False((await app.SignAsync(id, by: Clerk)).Ok);
    }

    [Fact]
    public async Task A_signer_who_refuses_leaves_a_record_with_the_reason()
    {
        var id = await app.DraftAsync();
        await app.SubmitAsync(id);
        await app.ApproveContentAsync(id);
        await app.ApproveFormatAsync(id);
        Assert.True((await app.SendBackAsync(id, "Chưa đúng thẩm quyền", Leader)).Ok);
        var last = await app.InDbAsync(db =>
            db.Approvals.Where(a => a.OutgoingId == id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).FirstAsync()
        );
        Assert.Equal((ApprovalKind.Signature, false, "Chưa đúng thẩm quyền"), (last.Kind, last.Approved, last.Note));
    }

    [Fact]
    public async Task What_two_people_write_into_one_draft_is_not_overwritten_unseen()
    {
        var id = await app.DraftAsync();
        var seen = (await ReadAsync(id)).Version;
        Task<Kernel.Results.Result<StepOutcome>> EditAsync(string by, string subject, int version) =>
            app.DoAsync<EditDraft, Kernel.Results.Result<StepOutcome>>(
                by,
                h => h.HandleAsync(id, Acts.Fields(app, subject), version, default)
            );

        Assert.True((await EditAsync(Head, "V/v bản của trưởng ban", seen)).Ok);
        var second = await EditAsync(Specialist, "V/v bản của chuyên viên", seen);
        Assert.Contains("“V/v bản của trưởng ban”", second.Message, StringComparison.Ordinal);
        Assert.Equal("V/v bản của trưởng ban", (await ReadAsync(id)).Subject);
        Assert.True((await EditAsync(Specialist, "V/v bản của chuyên viên", (await ReadAsync(id)).Version)).Ok);
        Assert.Equal("V/v bản của chuyên viên", (await ReadAsync(id)).Subject);
    }
}
