using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Signing.Tests;

public sealed class OwnKeysOnSqlite(SigningOnSqlite app) : OwnKeyTests(app), IClassFixture<SigningOnSqlite>;

public sealed class OwnKeysOnPostgreSql(SigningOnPostgreSql app) : OwnKeyTests(app), IClassFixture<SigningOnPostgreSql>;

/// <summary>A person's own key on the server: taken in, opened by its password alone, and forgotten.</summary>
public abstract class OwnKeyTests(SigningApp app)
{
    [Fact]
    public async Task AfterFiveWrongPasswordsTheKeyWaits()
    {
        Assert.True((await AddAsync(Head)).Ok);
        Assert.True((await OpenAsync(Head, TestPki.Password)).Ok);
        for (var i = 0; i < 5; i++)
            Assert.Contains("không đúng", (await OpenAsync(Head, "sai")).Message, StringComparison.Ordinal);
        Assert.Contains("thử lại sau", (await OpenAsync(Head, TestPki.Password)).Message, StringComparison.Ordinal);
        Assert.Equal(5, await app.InDbAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Action == "signing.key-refused")));
    }

    [Fact]
    public async Task AKeyIsKeptLockedAndForgottenWhenItIsNotUsedAnyMore()
    {
        var file = TestPki.Shared.Rsa12();
        var first = (await AddAsync(Leader, file)).Value;
        Assert.Equal(-1, (await ReadAsync(first)).SealedFile.AsSpan().IndexOf(file.AsSpan(0, 64)));
        Assert.Contains("Chưa có chứng thư", (await OpenAsync(Clerk, TestPki.Password)).Message, StringComparison.Ordinal);

        // Another one takes its place.
        var second = (await AddAsync(Leader)).Value;
        Assert.Empty((await ReadAsync(first)).SealedFile);
        await app.AsAsync(Leader, services => services.GetRequiredService<ChangeKey>().EndAsync(Own(Leader), default));
        Assert.Empty((await ReadAsync(second)).SealedFile);
        Assert.False((await OpenAsync(Leader, TestPki.Password)).Ok);
    }

    [Fact]
    public async Task WhatCannotSignIsToldSo()
    {
        Assert.Contains("Không mở được tệp", (await AddAsync(Specialist, TestPki.Shared.Rsa12(), "sai")).Message, StringComparison.Ordinal);
        Assert.Contains("Không mở được tệp", (await AddAsync(Specialist, "không phải"u8.ToArray())).Message, StringComparison.Ordinal);
        var over = TestPki.Shared.Rsa12(until: TestPki.Now.AddDays(-1));
        Assert.Contains("đã hết hạn", (await AddAsync(Specialist, over)).Message, StringComparison.Ordinal);
        Assert.Contains("quá yếu", (await AddAsync(Specialist, TestPki.Shared.Rsa12(1024))).Message, StringComparison.Ordinal);
        Assert.Contains("quyền", (await AddAsync(Viewer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePictureIsTheOwnersAlone()
    {
        using var owner = app.Visit(DistrictClerk);
        Assert.True((await AddAsync(DistrictClerk)).Ok);
        var page = await owner.UploadAsync(
            await owner.OpenAsync("/chu-ky-so"),
            "form[action*=Picture]",
            [("Picture", "chu-ky.png", "không phải ảnh"u8.ToArray())]
        );
        Assert.Contains("PNG", page.QuerySelector(".dk-errors")!.TextContent, StringComparison.Ordinal);
        await owner.GetAsync("/chu-ky-so?handler=Picture");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, owner.Status);
    }

    [Fact]
    public async Task ATimeStampServerThatFailsCostsTheStampAndNotTheSignature()
    {
        Assert.True((await AddAsync(DistrictLeader)).Ok);
        var stamped = await SignAsync(DistrictLeader);
        app.TimeStamps.Failure = new TimeStampFailedException("The server sleeps.");
        var unstamped = await SignAsync(DistrictLeader);
        app.TimeStamps.Failure = null;

        Assert.Contains("máy chủ dấu thời gian không trả lời", unstamped.Method, StringComparison.Ordinal);
        Assert.Equal((PadesLevel.T, PadesLevel.B), (await LevelAsync(stamped), await LevelAsync(unstamped)));
        Assert.EndsWith("thu-da-ky.pdf", stamped.SignedFileName, StringComparison.Ordinal);
    }

    private async Task<SigningOutcome> SignAsync(string userName)
    {
        var draft = new MemoryStream(new SmallPdf().Bytes());
        var kept = (await app.Services.GetRequiredService<FileVault>().SaveAsync(draft, default)).Value.Sha256;
        var own = app.Given.AccountId(userName);
        var signed = await app.AsAsync(
            userName,
            services =>
                services
                    .GetRequiredService<IEnumerable<IDocumentSigner>>()
                    .Single(signer => signer.SignsDraft)
                    .SignAsync(new(Guid.NewGuid(), kept, "thu.pdf", own, "Người ký thử"), new(own, Secret: TestPki.Password), default)
        );
        Assert.True(signed.Ok, signed.Message);
        return signed.Value;
    }

    private async Task<PadesLevel?> LevelAsync(SigningOutcome signed)
    {
        await using var file = await app.Services.GetRequiredService<FileVault>().OpenAsync(signed.SignedSha256, default);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        using var source = PdfSource.FromBytes(bytes.ToArray());
        var report = PdfVerifier.Verify(source, new() { At = TestPki.Now, Trust = TestPki.Shared.Trust });
        return report.Signatures.Single().Level;
    }

    private Task<Result<Guid>> AddAsync(string userName, byte[]? file = null, string password = TestPki.Password) =>
        app.AsAsync(
            userName,
            services => services.GetRequiredService<AddKey>().HandleAsync(Own(userName), file ?? TestPki.Shared.Rsa12(), password, default)
        );

    private Task<Result<OpenKey.Opened>> OpenAsync(string userName, string password) =>
        app.AsAsync(userName, services => services.GetRequiredService<OpenKey>().HandleAsync(Own(userName), password, default));

    private KeyHolder Own(string userName) => KeyHolder.Person(app.Given.AccountId(userName));

    private Task<SigningKey> ReadAsync(Guid id) => app.InDbAsync(db => db.SigningKeys.AsNoTracking().SingleAsync(k => k.Id == id));
}
