using System.Net;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Results;
using DoanKet.Pades;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Signing.Tests;

public sealed class ModuleOnSqlite() : RoundApp(Provider.Sqlite)
{
    protected override IReadOnlyList<string> Settings => [.. base.Settings, "--Signing:ModuleDriver=" + SoftToken.Driver];
}

/// <summary>The agency's key in the security module of the server, played by SoftHSM.</summary>
[Collection(AgentTests.Collection)]
public sealed class ServerModuleTests(SoftToken tokens, ModuleOnSqlite app) : IClassFixture<SoftToken>, IClassFixture<ModuleOnSqlite>
{
    private const string Page = "/chu-ky-so/thiet-bi";

    [Fact]
    public async Task TheOfficeSignsByAKeyThatNeverLeavesTheModule()
    {
        Assert.True(File.Exists(tokens.SettingsPath));
        using var clerk = app.Visit(Clerk);
        Assert.Contains("HSM", (await clerk.OpenAsync("/chu-ky-so/co-quan")).Body!.TextContent, StringComparison.Ordinal);
        var page = await clerk.SubmitAsync(await clerk.OpenAsync(Page), "main form", ("Pin", "000000"));
        Assert.Contains("Mã PIN không đúng", page.QuerySelector(".dk-errors")!.TextContent, StringComparison.Ordinal);
        page = await clerk.SubmitAsync(await clerk.OpenAsync(Page), "main form", ("Pin", SoftToken.PinText));
        Assert.Contains("thiết bị bảo mật (HSM) của máy chủ", page.QuerySelector(".dk-facts")!.TextContent, StringComparison.Ordinal);

        var refused = await CopyAsync("000000");
        Assert.Contains("Mã PIN không đúng", refused.Message, StringComparison.Ordinal);
        // Several at once: each asks for the PIN, and a wrong one does not pass beside a right one.
        var results = await Task.WhenAll(CopyAsync(SoftToken.PinText), CopyAsync("111111"), CopyAsync(SoftToken.PinText));

        Assert.Equal([true, false, true], results.Select(result => result.Ok));
        var made = results[0].Value.Made[0];
        Assert.Contains("bằng thiết bị bảo mật (HSM)", made.Method, StringComparison.Ordinal);
        var file = await app.InScopeAsync(services =>
            ReadAsync(services.GetRequiredService<DoanKet.Kernel.Files.IBlobStore>(), made.SignedSha256)
        );
        Assert.Equal(CryptoVerdict.Valid, PdfVerifier.Verify(PdfSource.FromBytes(file), new() { At = TestPki.Now }).Signatures[0].Crypto);
        var audited = await app.InDbAsync(db => db.Set<AuditEntry>().CountAsync(entry => entry.Action == "signing.key-refused"));
        Assert.Equal(3, audited);
    }

    [Fact]
    public async Task NobodyButTheClerkComesToTheModule()
    {
        using var leader = app.Visit(Leader);
        await leader.GetAsync(Page);
        Assert.Equal(HttpStatusCode.Forbidden, leader.Status);
    }

    private async Task<Result<SealOutcome>> CopyAsync(string pin)
    {
        var unit = app.Given.Federation.Id;
        var sha256 = await app.SaveAsync(new SmallPdf().Bytes());
        var paper = new RoundPaper(Guid.NewGuid(), 1, "Công văn", "/", sha256, "quet.pdf", "");
        return await app.AsAsync(
            Clerk,
            services => services.GetRequiredService<IDocumentSealer>().SignCopyAsync(new(unit, paper, "SAO Y", "Đơn vị thử"), pin, default)
        );
    }

    private static async Task<byte[]> ReadAsync(DoanKet.Kernel.Files.IBlobStore blobs, string sha256)
    {
        using var local = await blobs.LocalAsync(sha256, default);
        return await File.ReadAllBytesAsync(local.Path);
    }
}
