using System.Net;
using System.Text;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Jobs;
using DoanKet.Modules.Signing.Remote;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Signing.Tests;

public sealed class PhoneTestsOnSqlite(PhoneOnSqlite app) : PhoneTests(app), IClassFixture<PhoneOnSqlite>;

public sealed class PhoneTestsOnPostgreSql(PhoneOnPostgreSql app) : PhoneTests(app), IClassFixture<PhoneOnPostgreSql>;

/// <summary>A key at a provider, whose owner confirms on the phone; providers and phones that do what they should not.</summary>
public abstract class PhoneTests(PhoneApp app) : IAsyncLifetime
{
    private readonly Visitor _leader = app.Visit(Leader);

    public async ValueTask InitializeAsync()
    {
        (app.Phone.Phone, app.Phone.AsksBefore, app.Phone.Change, app.Phone.Instead) = (PhoneAnswer.Approves, 0, values => values, null);
        app.Phone.Shown.Clear();
        // Nobody has tried within the last hour.
        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.InDbAsync(db => db.Set<SigningRound>().ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RoundState.Over)));
    }

    public ValueTask DisposeAsync()
    {
        _leader.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(PhoneApp.Csc)]
    [InlineData(PhoneApp.SmartCa)]
    [InlineData(PhoneApp.MySign)]
    public async Task ACertificateIsRegisteredAndARoundIsSignedWithIt(string provider)
    {
        app.Phone.AsksBefore = 2;
        var registered = await app.RegisterAsync(_leader, provider);
        await _leader.UntilAsync(registered, "Đã đăng ký");
        Assert.Contains("Nhà thử " + provider, (await _leader.OpenAsync("/chu-ky-so")).Body!.TextContent, StringComparison.Ordinal);

        Guid[] documents = [Guid.NewGuid(), Guid.NewGuid()];
        var address = await app.BeginAsync(_leader, documents, FakeProvider.Pin);
        // Whatever the order in which they come.
        app.Phone.Change = values => [.. values.Reverse()];

        await EndsAsync(address, "Đã ký 2/2");
        Assert.All(documents, id => Assert.Contains("Ký số từ xa", app.Papers.All[id].Method, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheScreenShowsWhatThePhoneShows()
    {
        await RegisteredAsync(PhoneApp.MySign);
        app.Phone.Phone = PhoneAnswer.Silent;
        var address = await app.BeginAsync(_leader, [Guid.NewGuid(), Guid.NewGuid()]);
        await WaitsAsync(address);

        var text = (await _leader.OpenAsync(address)).QuerySelector("main")!.TextContent;

        foreach (var shown in app.Phone.Shown.Where(shown => shown.Contains("Công văn", StringComparison.Ordinal)))
            Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.Equal(2, app.Phone.Shown.Count(shown => shown.Contains("Công văn", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(PhoneAnswer.Refuses, "đã bị từ chối")]
    [InlineData(PhoneAnswer.Forgets, "Hết thời gian")]
    public async Task WhatIsNotConfirmedIsToldAndMayBeSentAgain(PhoneAnswer phone, string told)
    {
        await RegisteredAsync(PhoneApp.SmartCa);
        app.Phone.Phone = phone;
        var document = Guid.NewGuid();
        var address = await app.BeginAsync(_leader, [document]);
        await _leader.UntilAsync(address, told);
        Assert.False(app.Papers.All.ContainsKey(document));

        using var window = app.Visit(Leader);
        var leftOpen = await window.OpenAsync(address);
        app.Phone.Phone = PhoneAnswer.Approves;
        await _leader.SubmitAsync(await _leader.OpenAsync(address), "form[data-primary]");

        await EndsAsync(address, "Đã ký 1/1");
        // Pressed once more in a window that was left open: nothing is sent, and what was signed is shown.
        var begun = app.Phone.Begun.Count();
        var shown = await window.SubmitAsync(leftOpen, "form[data-primary]");
        Assert.Contains("Đã ký 1/1", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(begun, app.Phone.Begun.Count());
    }

    [Fact]
    public async Task NobodyWaitsForEver()
    {
        await RegisteredAsync(PhoneApp.SmartCa);
        app.Phone.Phone = PhoneAnswer.Silent;
        var address = await app.BeginAsync(_leader, [Guid.NewGuid()]);
        await WaitsAsync(address);

        app.Clock.Advance(TimeSpan.FromMinutes(11));

        await _leader.UntilAsync(address, "Quá lâu");
        await _leader.SubmitAsync(await _leader.OpenAsync(address), "form[action*=End]");
        await EndsAsync(address, "Đã ký 0/1");
    }

    [Fact]
    public async Task AProviderThatFailsForAWhileIsAskedAgain()
    {
        await RegisteredAsync(PhoneApp.MySign);
        app.Phone.Phone = PhoneAnswer.Silent;
        var address = await app.BeginAsync(_leader, [Guid.NewGuid()]);
        await WaitsAsync(address);
        app.Phone.Instead = (503, "<html>");
        await Task.Delay(200);
        Assert.Contains("điện thoại", (await _leader.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);

        (app.Phone.Phone, app.Phone.Instead) = (PhoneAnswer.Approves, null);

        await EndsAsync(address, "Đã ký 1/1");
    }

    [Fact]
    public async Task AProviderThatIsGoneWhenItIsAskedIsTold()
    {
        await RegisteredAsync(PhoneApp.SmartCa);
        app.Phone.Instead = (502, "<html>");
        var address = await app.BeginAsync(_leader, [Guid.NewGuid()]);

        await _leader.UntilAsync(address, "không trả lời");

        app.Phone.Instead = null;
        await _leader.SubmitAsync(await _leader.OpenAsync(address), "form[data-primary]");
        await EndsAsync(address, "Đã ký 1/1");
    }

    [Fact]
    public async Task ValuesThatDoNotFitAreNotUsed()
    {
        await RegisteredAsync(PhoneApp.SmartCa);
        app.Phone.Change = values => [values[0], [.. values[1].Reverse()]];
        Guid[] documents = [Guid.NewGuid(), Guid.NewGuid()];
        var address = await app.BeginAsync(_leader, documents);

        await _leader.UntilAsync(address, "không khớp");

        Assert.DoesNotContain(documents, app.Papers.All.ContainsKey);
    }

    [Fact]
    public async Task AfterARestartTheAnswerIsStillHeardOnce()
    {
        await RegisteredAsync(PhoneApp.SmartCa);
        app.Phone.Phone = PhoneAnswer.Silent;
        var document = Guid.NewGuid();
        var address = await app.BeginAsync(_leader, [document]);
        await WaitsAsync(address);
        // What the started program does, beside the one that asks already: two hear the same answer.
        await app.InScopeAsync(async services =>
        {
            var watch = new RequestWatch(
                app.Services.GetRequiredService<IServiceScopeFactory>(),
                new(TimeSpan.FromMilliseconds(20)),
                app.Services.GetRequiredService<IHostApplicationLifetime>(),
                NullLogger<RequestWatch>.Instance
            );
            var db = services.GetRequiredService<DoanKet.Kernel.Persistence.UnionDb>();
            await new HearProviders(db, watch, app.Clock).RunAsync("", default);
            return true;
        });

        app.Phone.Phone = PhoneAnswer.Approves;

        await EndsAsync(address, "Đã ký 1/1");
        Assert.True(app.Papers.All.ContainsKey(document));
    }

    [Fact]
    public async Task WhoTypesAnothersNumberRegistersNothing()
    {
        using var head = app.Visit(Head);
        app.Phone.Phone = PhoneAnswer.Refuses;
        var refused = await app.RegisterAsync(head, PhoneApp.SmartCa);
        await head.UntilAsync(refused, "đã bị từ chối");

        (app.Phone.Phone, app.Phone.Change) = (
            PhoneAnswer.Approves,
            values =>
                [
                    [.. values[0].Reverse()],
                ]
        );
        var broken = await app.RegisterAsync(head, PhoneApp.SmartCa);
        await head.UntilAsync(broken, "không khớp");

        Assert.DoesNotContain(
            "Nhà thử",
            (await head.OpenAsync("/chu-ky-so")).QuerySelector(".dk-facts")?.TextContent ?? "",
            StringComparison.Ordinal
        );
        // Nobody else sees the request.
        await _leader.GetAsync(broken);
        Assert.Equal(HttpStatusCode.NotFound, _leader.Status);
    }

    [Fact]
    public async Task TheNumberIsNowhereToBeRead()
    {
        var address = await app.RegisterAsync(_leader, PhoneApp.SmartCa);
        await _leader.UntilAsync(address, "Đã đăng ký");

        Assert.DoesNotContain(FakeProvider.Customer, (await _leader.OpenAsync("/chu-ky-so")).Source.Text, StringComparison.Ordinal);
        var kept = await app.InDbAsync(db => db.Set<ProviderRequest>().Select(r => r.SealedUser).ToListAsync());
        Assert.All(kept, one => Assert.DoesNotContain(FakeProvider.Customer, Encoding.UTF8.GetString(one), StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARequestIsForgottenTheNextDay()
    {
        await RegisteredAsync(PhoneApp.SmartCa);
        await app.Services.GetRequiredService<StandingJobs>().EnsureAsync(default);
        app.Clock.Advance(TimeSpan.FromHours(25));

        await app.RunJobsAsync();

        Assert.False(await app.InDbAsync(db => db.Set<ProviderRequest>().AnyAsync()));
        // The key that was registered is there still.
        Assert.Contains("Nhà thử", (await _leader.OpenAsync("/chu-ky-so")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumbersAreNotTriedOneAfterAnother()
    {
        using var clerk = app.Visit(Clerk);
        for (var i = 0; i < 10; i++)
            await TryAsync(i);

        Assert.Contains("trong một giờ", await TryAsync(10), StringComparison.Ordinal);

        async Task<string> TryAsync(int i) =>
            (
                await clerk.SubmitAsync(
                    await clerk.OpenAsync("/chu-ky-so/tu-xa"),
                    "form[data-primary]",
                    ("Provider", PhoneApp.SmartCa),
                    ("Number", $"THU-{i:0000}")
                )
            )
                .Body!
                .TextContent;
    }

    [Fact]
    public async Task MorePapersThanOneConfirmationCoversAreNotBegun()
    {
        await RegisteredAsync(PhoneApp.SmartCa);
        var papers = Enumerable.Range(1, 4).Select(i => new RoundPaper(Guid.NewGuid(), 1, "Công văn", "/", new('0', 64), "a.pdf", ""));

        var begun = await app.AsAsync(
            Leader,
            services => services.GetRequiredService<ISigningRounds>().BeginAsync([.. papers], [], null, default)
        );

        Assert.Contains("nhiều nhất 3", begun.Message, StringComparison.Ordinal);
    }

    private async Task RegisteredAsync(string provider)
    {
        var address = await app.RegisterAsync(_leader, provider);
        await _leader.UntilAsync(address, "Đã đăng ký");
        app.Phone.Shown.Clear();
    }

    private Task WaitsAsync(string address) => _leader.UntilAsync(address, "Mở ứng dụng");

    private Task EndsAsync(string address, string told) => _leader.UntilAsync(address, told);
}
