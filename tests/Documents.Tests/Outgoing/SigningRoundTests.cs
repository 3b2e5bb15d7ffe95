using System.Net;
using DoanKet.Kernel.Jobs;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>A round of signatures that is cut off where it hurts goes on where it was.</summary>
public abstract class SigningRoundTests(CutRoundApp app)
{
    private const string Tray = "/van-ban/di/ky",
        Form = "form[data-primary]";

    [Fact]
    public async Task One_that_was_cut_off_before_the_key_had_signed_asks_for_the_password_again()
    {
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(leader);
        string[] addresses =
        [
            await app.ApprovedAsync(DigitalPaper.Letter(), "mot.pdf"),
            await app.ApprovedAsync(DigitalPaper.Letter(), "hai.pdf"),
        ];
        var round = await CutOffAsync(leader, addresses, cut => cut.WhenPreparing = true);

        await ResumeAsync();
        var page = await leader.OpenAsync(round);
        Assert.Contains("nhập lại mật khẩu", page.Body!.TextContent);
        var tray = await leader.OpenAsync(Tray);
        Assert.Contains(tray.QuerySelectorAll("a"), link => link.GetAttribute("href") == round);

        page = await leader.OpenAsync(round);
        page = await leader.SubmitAsync(page, Form, ("Secret", "sai"));
        Assert.Contains("không đúng", page.QuerySelector(".dk-errors")!.TextContent);
        await leader.SubmitAsync(page, Form, ("Secret", TestPki.Password));
        await leader.UntilAsync(round, "Đã ký 2/2 văn bản");
        foreach (var address in addresses)
            Assert.Equal(OutgoingState.Signed, await app.StateAsync(address));
    }

    [Fact]
    public async Task One_that_was_cut_off_after_the_key_had_signed_is_finished_without_it()
    {
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(leader);
        var address = await app.ApprovedAsync(DigitalPaper.Letter(), "ba.pdf");

        var round = await CutOffAsync(leader, [address], cut => cut.WhenRecording = true);

        Assert.Equal(OutgoingState.Signing, await app.StateAsync(address));
        await ResumeAsync();
        await leader.UntilAsync(round, "Đã ký 1/1 văn bản");
        Assert.Equal(OutgoingState.Signed, await app.StateAsync(address));
    }

    [Fact]
    public async Task One_that_nobody_goes_on_with_leaves_its_papers_in_the_tray()
    {
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(leader);
        var address = await app.ApprovedAsync(DigitalPaper.Letter(), "bon.pdf");
        var round = await CutOffAsync(leader, [address], cut => cut.WhenPreparing = true);
        await ResumeAsync();

        // Nobody else sees it, not even that there is one.
        using var other = app.Visit(Clerk);
        await other.GetAsync(round);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);

        await leader.SubmitAsync(await leader.OpenAsync(round), "form[action*=End]");
        await leader.UntilAsync(round, "Đã ký 0/1 văn bản");
        Assert.Equal(OutgoingState.Signing, await app.StateAsync(address));
    }

    /// <summary>The program is there again, and has looked what was cut off.</summary>
    private async Task ResumeAsync()
    {
        await app.Services.GetRequiredService<StandingJobs>().EnsureAsync(default);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.RunJobsAsync();
    }

    private async Task<string> CutOffAsync(Visitor leader, IReadOnlyCollection<string> addresses, Action<Cut> where)
    {
        where(app.Cut);
        var round = await BeginAsync(leader, addresses);
        // Whoever worked on it lets it go.
        const string Held = "select count(*) as \"Value\" from signing_rounds where \"HeldBy\" is not null";
        for (var i = 0; await app.InDbAsync(db => db.Database.SqlQueryRaw<int>(Held).SingleAsync()) > 0; i++)
        {
            Assert.True(i < 300, "The work did not break off.");
            await Task.Delay(100);
        }
        (app.Cut.WhenPreparing, app.Cut.WhenRecording) = (false, false);
        return round;
    }

    /// <returns>The address of the round's page.</returns>
    private static async Task<string> BeginAsync(Visitor leader, IReadOnlyCollection<string> addresses)
    {
        var tray = await leader.OpenAsync(Tray);
        var chosen = tray.QuerySelectorAll("input[name=Chosen]")
            .Select(tick => tick.GetAttribute("value")!)
            .Where(value => addresses.Any(address => address.EndsWith(value.Split(':')[0], StringComparison.Ordinal)))
            .Select(value => ("Chosen", value));
        await leader.SubmitAsync(tray, Form, [.. chosen, ("Secret", TestPki.Password), ("Confirmed", "true")]);
        return leader.Address;
    }
}

public sealed class SigningRoundOnSqlite(CutRoundOnSqlite app) : SigningRoundTests(app), IClassFixture<CutRoundOnSqlite>;

public sealed class SigningRoundOnPostgreSql(CutRoundOnPostgreSql app) : SigningRoundTests(app), IClassFixture<CutRoundOnPostgreSql>;
