using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Signing;
using DoanKet.Modules.Signing.Checking;
using DoanKet.Modules.Signing.Trust;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Signing.Tests;

public sealed class KeptFilesOnSqlite(SigningOnSqlite app) : KeptFileTests(app), IClassFixture<SigningOnSqlite>;

public sealed class KeptFilesOnPostgreSql(SigningOnPostgreSql app) : KeptFileTests(app), IClassFixture<SigningOnPostgreSql>;

/// <summary>Signatures of files that arrive are looked at, told on the document's page, and looked at again.</summary>
public abstract class KeptFileTests(SigningApp app)
{
    private const string Intake = "/van-ban/den/tiep-nhan";

    [Fact]
    public async Task AFileIsCheckedOnArrivalAndAgainWhenOtherRootsAreTrusted()
    {
        var sha256 = await KeepAsync(await SigningApp.SignedLetterAsync());
        Assert.Equal(SignatureVerdict.Indeterminate, (await ReadAsync(sha256))!.Verdict);

        await TrustAsync();
        var trusted = (await ReadAsync(sha256))!;
        Assert.Equal(SignatureVerdict.Valid, trusted.Verdict);
        Assert.Contains("chưa kết luận được", trusted.Before, StringComparison.Ordinal);
        Assert.Contains("gốc quốc gia", string.Join(' ', trusted.Signatures.Single().Sentences), StringComparison.Ordinal);

        await EndTrustAsync();
        Assert.Equal(SignatureVerdict.Indeterminate, (await ReadAsync(sha256))!.Verdict);
    }

    [Fact]
    public async Task AChangedFileIsInvalidAndAnOrdinaryOneIsLeftAlone()
    {
        var letter = Encoding.Latin1.GetString(await SigningApp.SignedLetterAsync());
        var changed = await KeepAsync(Encoding.Latin1.GetBytes(letter.Replace("Lao dong", "Lao Dong", StringComparison.Ordinal)));
        var plain = await KeepAsync(new SmallPdf().Bytes());

        Assert.Equal(SignatureVerdict.Invalid, (await ReadAsync(changed))!.Verdict);
        Assert.Equal(SignatureVerdict.NoSignature, (await ReadAsync(plain))!.Verdict);
        Assert.Null(await app.InDbAsync(db => db.FileChecks.Where(c => c.Sha256 == plain).Select(c => c.NextAt).SingleAsync()));
    }

    [Fact]
    public async Task AFileThatWasThereBeforeIsCheckedInTheNight()
    {
        var sha256 = await KeepAsync(await SigningApp.SignedLetterAsync());
        await app.InDbAsync(db => db.FileChecks.ExecuteDeleteAsync());
        Assert.Null(await ReadAsync(sha256));

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CheckAgain>().RunAsync("", default);

        Assert.NotNull(await ReadAsync(sha256));
    }

    [Fact]
    public async Task TheClerkAndTheReaderSeeWhoSigned()
    {
        using var clerk = app.Visit(GivenFederation.Clerk);
        var letter = await SigningApp.SignedLetterAsync();
        var form = await clerk.UploadAsync(await clerk.OpenAsync(Intake), "form[enctype]", [("Files", "cong-van.pdf", letter)]);
        var address = clerk.Address[..^"/vao-so".Length];

        Assert.Contains("Người ký thử", form.QuerySelector(".dk-verdict")!.TextContent, StringComparison.Ordinal);
        var page = await clerk.OpenAsync(address);
        Assert.Contains("Chữ ký của Người ký thử", page.QuerySelector("#chu-ky")!.ParentElement!.TextContent, StringComparison.Ordinal);

        var pdf = await clerk.Client.GetByteArrayAsync(address + "/tep/1/chu-ky.pdf");
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        using var report = JsonDocument.Parse(await clerk.Client.GetStringAsync(address + "/tep/1/chu-ky.json"));
        Assert.Equal("valid", report.RootElement.GetProperty("signatures")[0].GetProperty("crypto").GetString());
        await clerk.GetAsync(address + "/tep/1/chu-ky.xml");
        Assert.Equal(HttpStatusCode.NotFound, clerk.Status);
        using var stranger = app.Visit(GivenFederation.OtherClerk);
        await stranger.GetAsync(address + "/tep/1/chu-ky.json");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task TheClerkIsToldWhenASignatureDoesNotCountAnyMore()
    {
        using var clerk = app.Visit(GivenFederation.DistrictClerk);
        var letter = await SigningApp.SignedLetterAsync();
        await TrustAsync();
        await clerk.UploadAsync(await clerk.OpenAsync(Intake), "form[enctype]", [("Files", "cong-van.pdf", letter)]);
        await EndTrustAsync();

        var own = app.Given.AccountId(GivenFederation.DistrictClerk);
        var told = await app.InDbAsync(db => db.Set<Notice>().Where(n => n.AccountId == own).Select(n => n.Text).ToListAsync());
        Assert.Single(told, text => text.Contains("không còn được coi là hợp lệ", StringComparison.Ordinal));
    }

    private async Task<string> KeepAsync(byte[] file)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var saved = await scope.ServiceProvider.GetRequiredService<FileVault>().SaveAsync(new MemoryStream(file), default);
        await scope.ServiceProvider.GetRequiredService<ReadFile>().HandleAsync(saved.Value.Sha256, default);
        return saved.Value.Sha256;
    }

    private async Task<CheckedFile?> ReadAsync(string sha256)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<ISignatureChecks>().ReadAsync([sha256], default);
        return known.GetValueOrDefault(sha256);
    }

    private async Task TrustAsync()
    {
        var root = TestPki.Shared.Root.RawData;
        var fingerprint = Convert.ToHexString(SHA256.HashData(root));
        var added = await app.AsAsync(
            GivenFederation.Admin,
            services => services.GetRequiredService<AddRoot>().HandleAsync(root, TrustKind.National, fingerprint, "Sổ tay thử", default)
        );
        Assert.True(added.Ok, added.Message);
        await app.RunJobsAsync();
    }

    private async Task EndTrustAsync()
    {
        foreach (
            var id in await app.InDbAsync(db => db.TrustedRoots.Where(root => root.EndedAt == null).Select(root => root.Id).ToListAsync())
        )
            await app.AsAsync(GivenFederation.Admin, services => services.GetRequiredService<EndRoot>().HandleAsync(id, default));
        await app.RunJobsAsync();
    }
}
