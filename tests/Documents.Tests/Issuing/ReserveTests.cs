using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Registers;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Issuing;

public sealed class ReserveOnSqlite(SqliteApp app) : ReserveTests(app), IClassFixture<SqliteApp>;

public sealed class ReserveOnPostgreSql(PostgreSqlApp app) : ReserveTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Numbers that are given before the paper is signed, used or given back.</summary>
public abstract class ReserveTests(UnionApp app)
{
    private async Task<Guid> ForSigningAsync()
    {
        var id = await app.DraftAsync();
        Assert.True((await app.SubmitAsync(id)).Ok);
        Assert.True((await app.ApproveContentAsync(id)).Ok);
        Assert.True((await app.ApproveFormatAsync(id)).Ok);
        return id;
    }

    private Task<Result<StepOutcome>> ReserveAsync(Guid id, string by = Clerk) =>
        app.DoAsync<ReserveNumber, Result<StepOutcome>>(by, h => h.HandleAsync(new(id, "HD-LĐLĐ", IsNotationMeant: false), default));

    private Task<Result<StepOutcome>> GiveBackAsync(Guid id, string reason = "In lại") =>
        app.DoAsync<GiveNumberBack, Result<StepOutcome>>(Clerk, h => h.HandleAsync(id, reason, default));

    private Task<OutgoingDocument> RowAsync(Guid id) => app.InDbAsync(db => db.Outgoing.AsNoTracking().FirstAsync(d => d.Id == id));

    private Task<IReadOnlyList<RegisterRow>> BookAsync() =>
        app.InScopeAsync(services =>
            services
                .GetServices<IRegister>()
                .OfType<OutgoingRegister>()
                .Single()
                .ReadAsync(new(app.Given.Federation.Id, 2026, "", null, null, null, null), 0, 1000, default)
        );

    private Task<List<string>> GapsAsync() =>
        app.InScopeAsync(async services =>
        {
            List<string> found = [];
            await foreach (var line in services.GetServices<IIntegrityCheck>().OfType<NumberCheck>().Single().FindAsync(default))
                found.Add(line);
            return found;
        });

    [Fact]
    public async Task The_last_number_is_free_again_and_one_that_others_followed_stays_in_the_book()
    {
        var (first, second) = (await ForSigningAsync(), await ForSigningAsync());
        Assert.True((await ReserveAsync(first)).Ok);
        var number = (await RowAsync(first)).Number!.Value;
        Assert.Equal("Reason", Assert.Single((await GiveBackAsync(first, " ")).Problems).Field);
        Assert.True((await GiveBackAsync(first)).Ok);
        Assert.Null((await RowAsync(first)).Number);
        Assert.True((await ReserveAsync(second)).Ok);
        Assert.Equal(number, (await RowAsync(second)).Number);

        Assert.True((await ReserveAsync(first)).Ok);
        Assert.Equal(number + 1, (await RowAsync(first)).Number);
        Assert.True((await GiveBackAsync(second, "Hủy hội nghị")).Ok);
        var line = Assert.Single(await BookAsync(), row => row.Number == number);
        Assert.Equal(("", "Hủy hội nghị"), (line.Link, line.Cells[^1]));
        Assert.Empty(await GapsAsync());
    }

    [Fact]
    public async Task Two_presses_reserve_one_number_and_only_the_clerk_does()
    {
        var id = await ForSigningAsync();
        Assert.True((await ReserveAsync(id, Specialist)).IsRefused);
        var presses = await Task.WhenAll(Task.Run(() => ReserveAsync(id)), Task.Run(() => ReserveAsync(id)));
        Assert.Single(presses, press => press is { Ok: true, Value: StepOutcome.Done });
        Assert.Empty(await GapsAsync());
    }

    [Fact]
    public async Task Issued_later_the_document_keeps_number_and_day_of_the_paper()
    {
        var id = await ForSigningAsync();
        Assert.True((await ReserveAsync(id)).Ok);
        var reserved = await RowAsync(id);
        Assert.True((await app.SignAsync(id)).Ok);
        await app.ChooseAsync(id, ChoiceSource.Below);
        var issued = await app.IssueAsync(id, 12);
        Assert.True(issued.Ok, issued.Message);
        var row = await RowAsync(id);
        Assert.Equal(
            (OutgoingState.Issued, reserved.Number, reserved.NumberText, reserved.IssuedOn),
            (row.State, row.Number, row.NumberText, row.IssuedOn)
        );
        Assert.True((await GiveBackAsync(id)) is not { Ok: true, Value: StepOutcome.Done });
        Assert.Empty(await GapsAsync());
    }

    [Fact]
    public async Task A_paper_signed_under_a_number_that_is_given_back_is_signed_anew()
    {
        var id = await ForSigningAsync();
        Assert.True((await ReserveAsync(id)).Ok);
        Assert.True((await app.SignAsync(id)).Ok);
        Assert.True((await GiveBackAsync(id)).Ok);
        Assert.Equal((OutgoingState.Signing, (int?)null), ((await RowAsync(id)).State, (await RowAsync(id)).Number));
    }
}
