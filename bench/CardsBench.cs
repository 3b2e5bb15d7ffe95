using System.Diagnostics;
using DoanKet.CardTokens;
using DoanKet.Host.Web;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Checking;
using DoanKet.Modules.Members.Photos;
using DoanKet.Modules.Members.Printing;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Synthetic;
using DoanKet.PaperForms.Cards;
using DoanKet.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Bench;

/// <summary>Ten thousand cards asked for, put into a batch and drawn, each with a picture; then cards looked up by strangers.</summary>
internal static class CardsBench
{
    private const int Members = 10_000,
        Photos = 1_000,
        Checks = 1_000;

    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await using var app = WebProgram.Build(federation.Data, federation.Settings, builder => builder.Logging.ClearProviders());
        await AsAsync(app, services => services.GetRequiredService<GenerateMembers>().HandleAsync(Members, 5, null, default));
        var photos = await AsAsync(app, TakePhotosAsync);
        Report.Head($"{provider}: {Members:N0} cards", "seconds");
        var unit = await AsAsync(app, services => services.GetRequiredService<UnionDb>().Units.SingleAsync(u => u.ParentId == null));
        await TimeAsync(app, "asked for", services => services.GetRequiredService<AskForCards>().AllAsync(unit.Id, default));
        var batch = Guid.Empty;
        await TimeAsync(
            app,
            "put into a batch",
            async services => batch = (await services.GetRequiredService<MakeBatch>().HandleAsync(new(), default)).Value
        );
        var drawing = await TimeAsync(
            app,
            "drawn",
            async services =>
            {
                await services.GetRequiredService<DrawCards>().RunAsync(batch.ToString(), default);
                return true;
            }
        );
        var (cards, bytes) = await AsAsync(app, services => SizeAsync(services, batch));
        Report.Line("drawn, for each thousand", Report.Ratio(drawing / cards * 1000));
        Report.Line("floor: a thousand codes signed, the pictures copied", Report.Ratio(Floor(photos)));
        Report.Line("kB of PDF for each card", Report.Ratio(bytes / 1000.0 / cards));
        Report.Line("peak memory of the process, MB", Report.Number(Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024));
        await CheckAsync(app, batch);
    }

    /// <summary>A thousand different pictures, each for ten members.</summary>
    private static async Task<List<byte[]>> TakePhotosAsync(IServiceProvider services)
    {
        var (db, vault) = (services.GetRequiredService<UnionDb>(), services.GetRequiredService<FileVault>());
        List<(byte[] Picture, string Sha256)> photos = [];
        for (var i = 0; i < Photos; i++)
        {
            var picture = Portrait.Cut(CardPages.Preview(Spots(i), null, new(new Dictionary<string, string>(), null, "")), null)!;
            photos.Add((picture, (await vault.SaveAsync(new MemoryStream(picture), default)).Value.Sha256));
        }
        await db.Set<MemberPhoto>().ExecuteDeleteAsync();
        var members = await db.Set<Member>().OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
        db.AddRange(members.Select((id, i) => new MemberPhoto { MemberId = id, Sha256 = photos[i % Photos].Sha256 }));
        await db.SaveChangesAsync();
        return [.. photos.Select(photo => photo.Picture)];
    }

    /// <summary>Some hundred areas of colour, which weigh about as much as a face.</summary>
    private static CardLayout Spots(int seed)
    {
        var random = new Random(seed);
        return new([
            .. Enumerable
                .Range(0, 300)
                .Select(_ => new CardPlace(
                    CardContent.Area,
                    "",
                    random.NextSingle() * 80,
                    random.NextSingle() * 50,
                    1 + (random.NextSingle() * 5),
                    1 + (random.NextSingle() * 4),
                    Colour: $"#{random.Next(0x1000000):X6}"
                )),
        ]);
    }

    private static double Floor(List<byte[]> photos)
    {
        var key = new CardKey(new byte[CardKey.SecretLength]);
        var watch = Stopwatch.StartNew();
        using var copy = new MemoryStream();
        foreach (var photo in photos)
        {
            copy.Write(photo);
            _ = key.Sign(new(CardCode.New(), new(2026, 3, 10)));
        }
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<(int Cards, long Bytes)> SizeAsync(IServiceProvider services, Guid batch)
    {
        var db = services.GetRequiredService<UnionDb>();
        var files = await db.Set<CardFile>()
            .Where(f => f.BatchId == batch)
            .Join(db.Set<StoredFile>(), f => f.Sha256, s => s.Sha256, (f, s) => new { f.Count, s.Size })
            .ToListAsync();
        return (files.Sum(f => f.Count), files.Sum(f => f.Size));
    }

    private static async Task CheckAsync(WebApplication app, Guid batch)
    {
        var issuer = app.Services.GetRequiredService<CardIssuer>();
        var tokens = await AsAsync(
            app,
            services =>
                services
                    .GetRequiredService<UnionDb>()
                    .Set<MemberCard>()
                    .Where(c => c.BatchId == batch)
                    .OrderBy(c => c.Code)
                    .Take(Checks)
                    .Select(c => c.Code)
                    .ToListAsync()
        );
        List<double> took = [];
        foreach (var token in tokens.Select(code => issuer.QrText(code, new(2026, 3, 10))))
        {
            var watch = Stopwatch.StartNew();
            await AsAsync(app, services => services.GetRequiredService<CheckCard>().HandleAsync(token, default));
            took.Add(watch.Elapsed.TotalMilliseconds);
        }
        Report.Line("a scanned card looked up, p50", Report.Ms(Report.Median(took)));
        Report.Line("a scanned card looked up, p95", Report.Ms(Report.Percentile(took, 0.95)));
    }

    private static async Task<double> TimeAsync<T>(WebApplication app, string what, Func<IServiceProvider, Task<T>> act)
    {
        var watch = Stopwatch.StartNew();
        await AsAsync(app, act);
        Report.Line(what, Report.Ratio(watch.Elapsed.TotalSeconds));
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<T> AsAsync<T>(WebApplication app, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var account = await services.GetRequiredService<UnionDb>().Set<Account>().SingleAsync(a => a.UserName == "tochuc");
        services.GetRequiredService<UserContext>().Current = await services
            .GetRequiredService<CurrentUserLoader>()
            .LoadAsync(account.Id, null, default);
        return await act(services);
    }
}
