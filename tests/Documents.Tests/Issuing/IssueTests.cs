using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Search;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Issuing;

public sealed class IssueOnSqlite(SqliteApp app) : IssueTests(app), IClassFixture<SqliteApp>;

public sealed class IssueOnPostgreSql(PostgreSqlApp app) : IssueTests(app), IClassFixture<PostgreSqlApp>;

public abstract class IssueTests(UnionApp app)
{
    private Task<OutgoingDocument> ReadAsync(Guid id) => app.InDbAsync(db => db.Outgoing.AsNoTracking().FirstAsync(d => d.Id == id));

    private Task<(int Copies, int Receipts, int Choices)> CountAsync(Guid id) => app.CountAsync(id);

    [Fact]
    public async Task Every_unit_below_gets_its_own_record_and_receipt()
    {
        var replyBy = new DateOnly(2026, 4, 1);
        var id = await app.IssuedAsync(replyBy);

        var document = await ReadAsync(id);
        Assert.Equal((OutgoingState.Issued, 2026, app.Clock.Today()), (document.State, document.Year!.Value, document.IssuedOn!.Value));
        Assert.Equal($"{document.Number:00}/HD-LĐLĐ", document.NumberText);
        Assert.Equal((12, 12, 0), await CountAsync(id));
        var copy = await app.InDbAsync(db =>
            db.Incoming.AsNoTracking().FirstAsync(d => d.ContentId == document.ContentId && d.UnitId == app.Given.District.Id)
        );
        Assert.Equal(
            (IncomingState.Arrived, IncomingSource.Internal, document.NumberText, document.NumberKey),
            (copy.State, copy.Source, copy.NumberText, copy.NumberKey)
        );
        Assert.Equal(
            (document.Subject, "Liên đoàn Lao động tỉnh Thử nghiệm", document.SignerName),
            (copy.Subject, copy.Issuer, copy.SignerName)
        );
        Assert.Equal(
            (replyBy, document.KindCode, NumberKeys.Duplicate(document.NumberText, copy.Issuer)),
            (copy.DueOn!.Value, copy.KindCode, copy.DuplicateKey)
        );
        var board = app.Given.Board.Id;
        Assert.False(
            await app.InDbAsync(db =>
                db.Receipts.AnyAsync(r => r.OutgoingId == id && (r.ReceiverId == board || r.ReceiverId == document.UnitId))
            )
        );
    }

    [Fact]
    public async Task A_double_click_issues_once_and_answers_with_the_issued_document()
    {
        var id = await app.SignedAsync();
        await app.ChooseAsync(id, ChoiceSource.Below);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => app.IssueAsync(id, 12))));
        Assert.All(clicks, c => Assert.True(c.Ok, c.Message));
        Assert.Single(clicks, c => c.Value == StepOutcome.Done);
        Assert.Equal((12, 12, 0), await CountAsync(id));
    }

    [Fact]
    public async Task Documents_issued_at_once_get_consecutive_numbers()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await app.SignedAsync($"V/v số {i}"));
            await app.ChooseAsync(ids[i], ChoiceSource.Kind, "district");
        }
        var results = await Task.WhenAll(ids.Select(id => Task.Run(() => app.IssueAsync(id, 2))));
        Assert.All(results, r => Assert.Equal(StepOutcome.Done, r.Value));
        var numbers = await app.InDbAsync(db =>
            db.Outgoing.Where(d => d.Number != null).Select(d => d.Number!.Value).Order().ToListAsync()
        );
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public async Task A_fault_before_the_commit_leaves_nothing_and_gives_the_number_back()
    {
        var id = await app.SignedAsync();
        await app.ChooseAsync(id, ChoiceSource.Below);
        var next = await app.InDbAsync(async db => await db.PeekAsync(await db.Outgoing.FirstAsync(d => d.Id == id), 2026, default));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            app.AsAsync(
                Clerk,
                services =>
                    services
                        .GetRequiredService<Work>()
                        .RunAsync<Result>(
                            async () =>
                            {
                                var issued = await services
                                    .GetRequiredService<IssueDocument>()
                                    .HandleAsync(new(id, "HD-LĐLĐ", true, 12, 12), default);
                                Assert.Equal(StepOutcome.Done, issued.Value);
                                throw new InvalidOperationException("The power went.");
                            },
                            default
                        )
            )
        );

        Assert.Equal((0, 0, 12), await CountAsync(id));
        Assert.Equal(OutgoingState.Signed, (await ReadAsync(id)).State);
        Assert.True((await app.IssueAsync(id, 12)).Ok);
        Assert.Equal(next, (await ReadAsync(id)).Number);
    }

    [Fact]
    public async Task What_the_clerk_confirmed_is_what_goes_out()
    {
        var id = await app.SignedAsync();
        await app.ChooseAsync(id, ChoiceSource.Below);
        Assert.Contains("vừa thay đổi", (await app.IssueAsync(id, 3)).Message, StringComparison.Ordinal);
        Assert.False((await app.IssueAsync(id, 12, notation: "<b>")).Ok);
        Assert.Equal(OutgoingState.Signed, (await ReadAsync(id)).State);
    }

    [Fact]
    public async Task Only_the_office_clerk_issues()
    {
        var id = await app.SignedAsync();
        await app.ChooseAsync(id, ChoiceSource.Below);
        foreach (var other in (string[])[Leader, Head, Specialist, DistrictClerk, Grassroots, Admin])
        {
            Assert.False((await app.IssueAsync(id, 12, other)).Ok);
            Assert.False((await app.ChooseAsync(id, ChoiceSource.Clear, by: other)).Ok);
        }
        Assert.Equal((0, 0, 12), await CountAsync(id));
    }

    [Fact]
    public async Task The_text_is_found_by_sender_and_receivers_and_by_nobody_else()
    {
        var id = await app.SignedAsync("V/v tuyên dương điển hình xanhbiecthamtham");
        await app.ChooseAsync(id, ChoiceSource.Units, units: [app.Given.District.Id]);
        await app.IssueAsync(id, 1);
        Task<int> FoundAsync(SearchSection section, Unit unit) =>
            app.InScopeAsync(async services =>
                (await services.GetRequiredService<SearchIndex>().FindAsync([new(section, unit.Path)], "xanhbiecthamtham", default))!
                    .Ids
                    .Count
            );
        Assert.Equal(1, await FoundAsync(DocumentSections.Outgoing, app.Given.Federation));
        Assert.Equal(0, await FoundAsync(DocumentSections.Incoming, app.Given.Federation));
        Assert.Equal(1, await FoundAsync(DocumentSections.Incoming, app.Given.District));
        Assert.Equal(0, await FoundAsync(DocumentSections.Outgoing, app.Given.District));
        Assert.Equal(0, await FoundAsync(DocumentSections.Incoming, app.Given.OtherDistrict));
    }

    [Fact]
    public async Task One_act_is_one_entry_in_an_audit_that_verifies()
    {
        var id = await app.IssuedAsync();
        Assert.Equal(
            1,
            await app.InDbAsync(db => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == id && e.Action == "documents.outgoing.issued"))
        );
        Assert.True((await app.InScopeAsync(s => s.GetRequiredService<VerifyAudit>().HandleAsync(default))).Ok);
    }

    [Fact]
    public async Task Those_who_take_documents_in_are_told_of_what_was_issued_to_their_unit()
    {
        var id = await app.IssuedAsync();
        await app.RunJobsAsync();
        // Once more, as after a kill between the work and the tick.
        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<TellOfIssue>().HandleAsync(new(id, app.Given.Federation.Id), default);
            return true;
        });
        async Task<int> ToldAsync(string userName, Guid unit)
        {
            var copy = await app.InDbAsync(db =>
                db.Receipts.Where(r => r.OutgoingId == id && r.ReceiverId == unit).Select(r => r.IncomingId).SingleAsync()
            );
            var me = app.Given.AccountId(userName);
            return await app.InDbAsync(db =>
                db.Set<Kernel.Notifications.Notice>().CountAsync(n => n.AccountId == me && n.Link == $"/van-ban/den/{copy}")
            );
        }

        Assert.Equal(1, await ToldAsync(DistrictClerk, app.Given.District.Id));
        Assert.Equal(1, await ToldAsync(Grassroots, app.Given.GrassrootsUnits[0].Id));
        Assert.Equal(0, await ToldAsync(DistrictLeader, app.Given.District.Id));
    }

    [Fact]
    public async Task A_unit_with_the_longest_name_issues_like_any_other()
    {
        var name = "Công đoàn " + new string('ề', 290);
        await app.InDbAsync(async db =>
        {
            (await db.Units.SingleAsync(u => u.Id == app.Given.Federation.Id)).Rename(name);
            return await db.SaveChangesAsync();
        });
        var id = await app.IssuedAsync();
        Assert.Equal(12, await app.InDbAsync(db => db.Receipts.CountAsync(r => r.OutgoingId == id && r.Incoming.Issuer == name)));
        await app.InDbAsync(async db =>
        {
            (await db.Units.SingleAsync(u => u.Id == app.Given.Federation.Id)).Rename("Liên đoàn Lao động tỉnh Thử nghiệm");
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task A_choice_that_crosses_the_issue_is_either_sent_or_refused_and_never_lost()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = await app.SignedAsync();
            await app.ChooseAsync(id, ChoiceSource.Units, units: [app.Given.District.Id]);
            var issue = Task.Run(() => app.IssueAsync(id, 1));
            var choice = await Task.Run(() => app.ChooseAsync(id, ChoiceSource.Units, units: [app.Given.OtherDistrict.Id]));
            var issued = await issue;
            var (_, receipts, choices) = await CountAsync(id);
            if (issued.Ok)
                Assert.Equal((false, 1, 0), (choice.Ok, receipts, choices));
            else
                Assert.Equal((true, 0, 2), (choice.Ok, receipts, choices));
        }
    }

    [Fact]
    public async Task A_page_opened_while_somebody_registers_does_not_turn_the_receipt_back()
    {
        var id = await app.IssuedAsync();
        var copies = await app.InDbAsync(db => db.Receipts.Where(r => r.OutgoingId == id).Select(r => r.IncomingId).ToListAsync());
        await Task.WhenAll(
            copies.SelectMany(copy =>
                new[]
                {
                    Task.Run(() => MoveAsync(receipts => receipts.RegisteredAsync(copy, 1, default))),
                    Task.Run(() => MoveAsync(receipts => receipts.OpenedAsync(copy, default))),
                }
            )
        );
        Assert.Equal(
            copies.Count,
            await app.InDbAsync(db =>
                db.Receipts.CountAsync(r =>
                    r.OutgoingId == id && r.State == ReceiptState.Registered && r.ArrivalNumber == 1 && r.OpenedAt != null
                )
            )
        );
    }

    private Task<Result> MoveAsync(Func<ReceiptProgress, Task> move) =>
        app.InScopeAsync(services =>
            services
                .GetRequiredService<Work>()
                .RunAsync(
                    async () =>
                    {
                        await move(services.GetRequiredService<ReceiptProgress>());
                        return Result.Success;
                    },
                    default
                )
        );
}
