using DoanKet.Contracts.Desk;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Handling;

public sealed class PartsOnSqlite(SqliteApp app) : PartTests(app), IClassFixture<SqliteApp>;

public sealed class PartsOnPostgreSql(PostgreSqlApp app) : PartTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Work given on, handed over, prolonged, sent back.</summary>
public abstract class PartTests(UnionApp app)
{
    private const string Head = GivenFederation.Head,
        Specialist = GivenFederation.Specialist,
        Leader = GivenFederation.Leader,
        Clerk = GivenFederation.Clerk;

    private string Person(string userName) => $"p:{app.Given.AccountId(userName)}";

    private Task<IncomingDocument> RowAsync(Guid id) => app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));

    private Task<Assignment> OpenPartAsync(Guid document, string userName)
    {
        var account = app.Given.AccountId(userName);
        return app.InDbAsync(db =>
            db.Assignments.AsNoTracking()
                .FirstAsync(a => a.IncomingId == document && a.ToAccountId == account && a.State == AssignmentState.Open)
        );
    }

    private Task<T> ActAsync<THandler, T>(string userName, Func<THandler, Task<T>> act)
        where THandler : notnull => app.AsAsync(userName, services => act(services.GetRequiredService<THandler>()));

    private Task<Result<string>> FinishAsync(string userName, Guid part, bool endsOpen = false) =>
        ActAsync<FinishAssignment, Result<string>>(userName, h => h.HandleAsync(part, "Đã làm.", endsOpen, default));

    private Task<Result<bool>> GiveOnAsync(string userName, Guid part, DirectInput input) =>
        ActAsync<GiveOn, Result<bool>>(userName, h => h.HandleAsync(part, input, default));

    private async Task<Guid> DirectedAsync(DirectInput input)
    {
        var id = await app.RegisteredAsync();
        var result = await app.DirectAsync(id, input);
        Assert.True(result.Ok, result.Message);
        return id;
    }

    private Task<bool> SeesAsync(string userName, Guid id) =>
        app.AsAsync(
            userName,
            services =>
                services
                    .GetRequiredService<UnionDb>()
                    .Incoming.ReadableBy(services.GetRequiredService<UnionDb>(), services.GetRequiredService<UserContext>().Required)
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

    [Fact]
    public async Task A_head_gives_work_on_and_closes_when_those_below_have_closed()
    {
        var id = await DirectedAsync(
            new()
            {
                Directive = "Giao Ban.",
                Lead = Person(Head),
                Days = 5,
            }
        );
        var head = await OpenPartAsync(id, Head);
        Assert.False(await SeesAsync(Specialist, id));
        Assert.True((await GiveOnAsync(Head, head.Id, new() { Directive = "Dự thảo giúp.", Lead = Person(Specialist) })).Ok);
        Assert.True(await SeesAsync(Specialist, id));
        var below = await OpenPartAsync(id, Specialist);
        Assert.Equal((head.Id, head.DueOn), (below.FromId, below.DueOn));

        var refused = await FinishAsync(Head, head.Id);
        Assert.Contains("chưa báo xong", refused.Message, StringComparison.Ordinal);
        Assert.True((await FinishAsync(Specialist, below.Id)).Ok);
        Assert.Equal(IncomingState.Directed, (await RowAsync(id)).State);
        Assert.True((await FinishAsync(Head, head.Id)).Ok);
        Assert.Equal(IncomingState.Done, (await RowAsync(id)).State);
    }

    [Fact]
    public async Task Work_given_on_cannot_be_due_later_or_twice_with_one_person_and_ends_with_its_holder_when_so_decided()
    {
        var id = await DirectedAsync(
            new()
            {
                Directive = "Giao Ban.",
                Lead = Person(Head),
                Days = 5,
            }
        );
        var head = await OpenPartAsync(id, Head);
        var late = new DirectInput
        {
            Directive = "Giúp.",
            Lead = Person(Specialist),
            DueOn = head.DueOn!.Value.AddDays(1),
        };
        Assert.Equal("DueOn", Assert.Single((await GiveOnAsync(Head, head.Id, late)).Problems).Field);
        Assert.True((await GiveOnAsync(Head, head.Id, new() { Directive = "Giúp.", Lead = Person(Specialist) })).Ok);
        Assert.False((await GiveOnAsync(Head, head.Id, new() { Directive = "Giúp nữa.", Lead = Person(Specialist) })).Ok);
        Assert.True((await FinishAsync(Head, head.Id, endsOpen: true)).Ok);
        Assert.Equal(IncomingState.Done, (await RowAsync(id)).State);
        Assert.False(await SeesAsync(Specialist, id));
    }

    [Fact]
    public async Task The_document_waits_for_everybody_and_the_lead_is_told_for_whom()
    {
        var id = await DirectedAsync(
            new()
            {
                Directive = "Giao.",
                Lead = Person(Head),
                Coordinate = [Person(Specialist)],
            }
        );
        var lead = await FinishAsync(Head, (await OpenPartAsync(id, Head)).Id);
        Assert.Contains("hoàn thành khi", lead.Value, StringComparison.Ordinal);
        Assert.Equal(IncomingState.Directed, (await RowAsync(id)).State);
        Assert.Equal("Đã hoàn thành văn bản.", (await FinishAsync(Specialist, (await OpenPartAsync(id, Specialist)).Id)).Value);
        Assert.Equal(IncomingState.Done, (await RowAsync(id)).State);
    }

    [Fact]
    public async Task Two_who_finish_at_the_same_moment_complete_the_document_and_one_part_is_closed_once()
    {
        for (var round = 0; round < 4; round++)
        {
            var id = await DirectedAsync(
                new()
                {
                    Directive = "Giao.",
                    Lead = Person(Head),
                    Coordinate = [Person(Specialist)],
                }
            );
            var (lead, other) = (await OpenPartAsync(id, Head), await OpenPartAsync(id, Specialist));
            var presses = await Task.WhenAll(
                Task.Run(() => FinishAsync(Head, lead.Id)),
                Task.Run(() => FinishAsync(Specialist, other.Id)),
                Task.Run(() => FinishAsync(Head, lead.Id))
            );
            Assert.Equal(2, presses.Count(p => p.Ok));
            Assert.Equal(IncomingState.Done, (await RowAsync(id)).State);
        }
    }

    [Fact]
    public async Task Handed_over_a_part_goes_with_its_day_and_with_what_was_given_on_from_it()
    {
        var id = await DirectedAsync(
            new()
            {
                Directive = "Giao.",
                Lead = Person(Head),
                Days = 5,
            }
        );
        var head = await OpenPartAsync(id, Head);
        Assert.True((await GiveOnAsync(Head, head.Id, new() { Directive = "Giúp.", Lead = Person(Specialist) })).Ok);
        Assert.False((await ActAsync<HandOver, Result<bool>>(Head, h => h.HandleAsync(head.Id, Person(Clerk), " ", default))).Ok);
        Assert.True((await ActAsync<HandOver, Result<bool>>(Head, h => h.HandleAsync(head.Id, Person(Clerk), "Đi công tác", default))).Ok);
        var next = await OpenPartAsync(id, Clerk);
        Assert.Equal((AssignmentRole.Lead, head.DueOn, head.AssignedBy), (next.Role, next.DueOn, next.AssignedBy));
        Assert.Equal(next.Id, (await OpenPartAsync(id, Specialist)).FromId);
        Assert.True((await FinishAsync(Head, head.Id)).IsRefused);
    }

    [Fact]
    public async Task More_time_is_asked_of_who_gave_the_work_and_moves_the_day_when_granted()
    {
        var id = await DirectedAsync(
            new()
            {
                Directive = "Giao.",
                Lead = Person(Head),
                Days = 5,
            }
        );
        var head = await OpenPartAsync(id, Head);
        var later = head.DueOn!.Value.AddDays(10);
        Task<Result<bool>> AskAsync(DateOnly? until) =>
            ActAsync<AskForTime, Result<bool>>(Head, h => h.HandleAsync(head.Id, until, "Chờ số liệu", default));
        Task<Result> AnswerAsync(string who, bool granted, string? words = null) =>
            ActAsync<AnswerForTime, Result>(who, h => h.HandleAsync(head.Id, granted, words, default));

        Assert.False((await AskAsync(head.DueOn)).Ok);
        Assert.True((await AskAsync(later)).Ok);
        Assert.Contains((await WaitingAsync(Leader)).SelectMany(g => g.Items), i => i.Link == $"/van-ban/phan-viec/{head.Id}/cho-gia-han");
        Assert.True((await AnswerAsync(Specialist, true)).IsRefused);
        Assert.Equal("Words", Assert.Single((await AnswerAsync(Leader, false)).Problems).Field);
        Assert.True((await AnswerAsync(Leader, true)).Ok);
        Assert.Equal((later, later), ((await OpenPartAsync(id, Head)).DueOn, (await RowAsync(id)).DueOn));
        Assert.False((await AnswerAsync(Leader, true)).Ok);
    }

    [Fact]
    public async Task Sent_back_by_its_lead_a_document_waits_for_a_new_directive()
    {
        var id = await DirectedAsync(new() { Directive = "Giao.", Lead = Person(Head) });
        var head = await OpenPartAsync(id, Head);
        Assert.True((await ActAsync<SendPartBack, Result<bool>>(Head, h => h.HandleAsync(head.Id, "Việc của Ban khác", default))).Ok);
        Assert.Equal(IncomingState.Registered, (await RowAsync(id)).State);
        Assert.Contains((await WaitingAsync(Leader)).SelectMany(g => g.Items), i => i.Link == $"/van-ban/den/{id}/chi-dao");
        var leader = app.Given.AccountId(Leader);
        Assert.True(
            await app.InDbAsync(db => db.Set<Notice>().AnyAsync(n => n.AccountId == leader && n.Text.Contains("Việc của Ban khác")))
        );
    }

    [Fact]
    public async Task A_document_whose_lead_is_done_waits_for_nobody_when_the_last_part_goes_away()
    {
        var sentBack = await DirectedAsync(
            new()
            {
                Directive = "Giao.",
                Lead = Person(Head),
                Coordinate = [Person(Specialist)],
            }
        );
        Assert.True((await FinishAsync(Head, (await OpenPartAsync(sentBack, Head)).Id)).Ok);
        var part = await OpenPartAsync(sentBack, Specialist);
        Assert.True((await ActAsync<SendPartBack, Result<bool>>(Specialist, h => h.HandleAsync(part.Id, "Không liên quan", default))).Ok);
        Assert.Equal(IncomingState.Done, (await RowAsync(sentBack)).State);

        var relieved = await DirectedAsync(
            new()
            {
                Directive = "Giao.",
                Lead = Person(Head),
                Coordinate = [Person(Specialist)],
            }
        );
        Assert.True((await FinishAsync(Head, (await OpenPartAsync(relieved, Head)).Id)).Ok);
        Assert.True((await app.DirectAsync(relieved, new() { Directive = "Thôi phối hợp.", Lead = Person(Head) })).Ok);
        Assert.Equal(IncomingState.Done, (await RowAsync(relieved)).State);
    }

    [Fact]
    public async Task A_question_for_time_goes_to_whom_the_work_was_handed_over_and_no_longer_to_who_left_it()
    {
        var id = await DirectedAsync(
            new()
            {
                Directive = "Giao.",
                Lead = Person(Head),
                Days = 5,
            }
        );
        var head = await OpenPartAsync(id, Head);
        Assert.True((await GiveOnAsync(Head, head.Id, new() { Directive = "Giúp.", Lead = Person(Specialist) })).Ok);
        var below = await OpenPartAsync(id, Specialist);
        var until = below.DueOn!.Value.AddDays(3);
        Assert.True((await ActAsync<AskForTime, Result<bool>>(Specialist, h => h.HandleAsync(below.Id, until, "Chờ", default))).Ok);
        Assert.True((await ActAsync<HandOver, Result<bool>>(Head, h => h.HandleAsync(head.Id, Person(Clerk), "Chuyển ban", default))).Ok);
        Task<Result> AnswerAsync(string who) => ActAsync<AnswerForTime, Result>(who, h => h.HandleAsync(below.Id, true, null, default));
        Assert.True((await AnswerAsync(Head)).IsRefused);
        var question = $"/van-ban/phan-viec/{below.Id}/cho-gia-han";
        Assert.DoesNotContain((await WaitingAsync(Head)).SelectMany(g => g.Items), i => i.Link == question);
        Assert.Contains((await WaitingAsync(Clerk)).SelectMany(g => g.Items), i => i.Link == question);
        Assert.True((await AnswerAsync(Clerk)).Ok);
    }

    [Fact]
    public async Task Directed_again_what_the_relieved_holder_gave_on_ends_too()
    {
        var id = await DirectedAsync(new() { Directive = "Giao.", Lead = Person(Head) });
        Assert.True(
            (await GiveOnAsync(Head, (await OpenPartAsync(id, Head)).Id, new() { Directive = "Giúp.", Lead = Person(Specialist) })).Ok
        );
        Assert.True((await app.DirectAsync(id, new() { Directive = "Đổi người.", Lead = Person(Clerk) })).Ok);
        Assert.False(await SeesAsync(Specialist, id));
    }
}
