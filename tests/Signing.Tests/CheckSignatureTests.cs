using System.Net;
using System.Security.Cryptography;
using System.Text;
using DoanKet.Modules.Signing;
using DoanKet.Pades;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Signing.Tests;

public sealed class CheckSignatureOnSqlite(SigningOnSqlite app) : CheckSignatureTests(app), IClassFixture<SigningOnSqlite>;

public sealed class CheckSignatureOnPostgreSql(SigningOnPostgreSql app) : CheckSignatureTests(app), IClassFixture<SigningOnPostgreSql>;

public abstract class CheckSignatureTests(SigningApp app)
{
    private const string Address = "/kiem-tra-chu-ky";
    private const string Roots = "/he-thong/chung-thu-goc";

    [Fact]
    public async Task AStrangerIsToldWhatTheSignaturesOfAFileAreWorth()
    {
        var letter = await SigningApp.SignedLetterAsync();
        var changed = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(letter).Replace("Lao dong", "Lao Dong", StringComparison.Ordinal));
        await EndAllAsync();

        Assert.Contains("Chưa kết luận được", await CheckAsync(letter), StringComparison.Ordinal);
        await AddRootAsync();
        var good = await CheckAsync(letter);

        Assert.Contains("Chữ ký hợp lệ", good, StringComparison.Ordinal);
        Assert.Contains("Người ký thử", good, StringComparison.Ordinal);
        Assert.Contains("gốc quốc gia", good, StringComparison.Ordinal);
        Assert.Contains("Chữ ký không hợp lệ", await CheckAsync(changed), StringComparison.Ordinal);
        Assert.Contains("không có chữ ký số", await CheckAsync(new SmallPdf().Bytes()), StringComparison.Ordinal);
        Assert.Contains("hỏng", await CheckAsync("không phải PDF"u8.ToArray()), StringComparison.Ordinal);
        await EndAllAsync();
        Assert.Contains("Chưa kết luận được", await CheckAsync(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStrangerWithoutFileIsToldSo()
    {
        var visitor = app.Stranger();
        var page = await visitor.SubmitAsync(await visitor.OpenAsync(Address), "form[enctype]");

        Assert.Contains("Hãy chọn tệp PDF", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sai", "Sổ tay thử", "không khớp")]
    [InlineData(null, "", "nơi công bố")]
    public async Task ARootIsTrustedOnlyWithItsPublishedFingerprint(string? fingerprint, string source, string said)
    {
        var page = await AddRootAsync(fingerprint, source);

        Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreIsTakenOverByTheFingerprintOfItsPublisher()
    {
        using var publisher = TestPki.Shared.RsaKey();
        var fingerprint = publisher.Certificates[0].GetCertHashString(HashAlgorithmName.SHA256);
        var letter = await SigningApp.SignedLetterAsync();
        await EndAllAsync();
        var store = await PublishAsync("quoc-gia", TestPki.Shared.Root.RawData);

        Assert.Contains("Đừng dùng", await ImportAsync(store, new string('0', 64)), StringComparison.Ordinal);
        Assert.Contains("Chưa kết luận được", await CheckAsync(letter), StringComparison.Ordinal);
        var unknown = await PublishAsync("khac", TestPki.Shared.Root.RawData);
        Assert.Contains("nhãn lạ", await ImportAsync(unknown, fingerprint), StringComparison.Ordinal);
        var person = await PublishAsync("quoc-gia", publisher.Certificates[0].RawData);
        Assert.Contains("không phải của nơi cấp", await ImportAsync(person, fingerprint), StringComparison.Ordinal);

        Assert.Contains("Đã thêm 1", await ImportAsync(store, fingerprint), StringComparison.Ordinal);
        Assert.Contains("không có chứng thư nào mới", await ImportAsync(store, fingerprint), StringComparison.Ordinal);
        Assert.Contains("gốc quốc gia", await CheckAsync(letter), StringComparison.Ordinal);
        await EndAllAsync();

        Task<byte[]> PublishAsync(string label, byte[] certificate) =>
            TrustStoreFile.WriteAsync([new(label, certificate)], TestPki.Now, publisher);
    }

    private async Task<string> ImportAsync(byte[] store, string publisher)
    {
        using var admin = app.Visit(Admin);
        var page = await admin.UploadAsync(
            await admin.OpenAsync(Roots),
            "form[action*=Import]",
            [("StoreFile", "kho.xml", store)],
            ("Publisher", publisher)
        );
        return page.Body!.TextContent;
    }

    [Fact]
    public async Task NobodyTrustsASignersOwnCertificate()
    {
        using var key = TestPki.Shared.RsaKey();
        var own = key.Certificates[0].RawData;

        var page = await AddRootAsync(Convert.ToHexString(SHA256.HashData(own)), "Sổ tay thử", own);

        Assert.Contains("không phải của nơi cấp", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheTopDecidesWhomToTrust()
    {
        var clerk = app.Visit(GivenFederation.Clerk);

        await clerk.GetAsync(Roots);

        Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
    }

    private async Task<string> CheckAsync(byte[] file)
    {
        var visitor = app.Stranger();
        var page = await visitor.UploadAsync(await visitor.OpenAsync(Address), "form[enctype]", [("Pdf", "van-ban.pdf", file)]);
        return page.QuerySelector("main")!.TextContent;
    }

    private async Task<string> AddRootAsync(string? fingerprint = null, string source = "Sổ tay thử", byte[]? certificate = null)
    {
        certificate ??= TestPki.Shared.Root.RawData;
        var admin = app.Visit(GivenFederation.Admin);
        var page = await admin.UploadAsync(
            await admin.OpenAsync(Roots),
            "form[enctype]",
            [("CertificateFile", "goc.cer", certificate)],
            ("Fingerprint", fingerprint ?? Convert.ToHexString(SHA256.HashData(certificate))),
            ("Source", source)
        );
        return page.QuerySelector("main")!.TextContent;
    }

    private async Task EndAllAsync()
    {
        var admin = app.Visit(GivenFederation.Admin);
        var count = await app.InDbAsync(db => db.TrustedRoots.CountAsync(root => root.EndedAt == null));
        for (var i = 0; i < count; i++)
            await admin.SubmitAsync(await admin.OpenAsync(Roots), "form[action*=End]");
    }
}
