using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

public sealed class LevelTests
{
    private static readonly TestPki Pki = TestPki.Shared;
    private readonly TestAuthority _authority = Pki.Authority();
    private readonly TestIssuer _issuer = Pki.Revocation();

    [Theory]
    [InlineData(PadesLevel.B)]
    [InlineData(PadesLevel.T)]
    [InlineData(PadesLevel.LT)]
    [InlineData(PadesLevel.LTA)]
    public async Task AtEachLevelAllAgreeAfterOneFiveAndTwentySignatures(PadesLevel level)
    {
        var file = new SmallPdf().Bytes();
        for (var count = 1; count <= 20; count++)
        {
            using var key = Pki.RsaKey();
            file = await SignAsync(file, key, level);
            if (count is 1 or 5 or 20)
                LookAt(file, level, count);
        }
    }

    private void LookAt(byte[] file, PadesLevel level, int signatures)
    {
        var stamps = level == PadesLevel.LTA ? signatures : 0;
        Referees.QpdfAccepts(file);
        Referees.PdfsigCounts(file, signatures + stamps);
        Referees.OpensslAccepts(file);
        if (stamps > 0)
            Referees.OpensslAcceptsTimeStamp(file, Pki);
        var report = SigningTests.Verify(file);
        Assert.Equal((OverallVerdict.Valid, signatures), (report.Overall, report.Signatures.Count));
        Assert.All(report.Signatures, signature => Assert.Equal(level, signature.Level));
        var time = level == PadesLevel.B ? TimeSource.Claimed : TimeSource.Tsa;
        Assert.All(report.Signatures, signature => Assert.Equal(time, signature.TimeSource));
        Assert.Equal(stamps, report.TimeStamps.Count);
        Assert.All(report.TimeStamps, stamp => Assert.Equal(CryptoVerdict.Valid, stamp.Crypto));
    }

    [Fact]
    public async Task ATimeStampServerThatFailsCostsALevelAndNotTheSignature()
    {
        _authority.Failure = new TimeStampFailedException("off");
        using var key = Pki.RsaKey();
        var output = new MemoryStream();

        var result = await new PdfSigner(key).SignAsync(PdfSource.FromBytes(new SmallPdf().Bytes()), output, Options(PadesLevel.LTA));

        Assert.Equal(PadesLevel.B, result.Level);
        Assert.Equal(["off"], result.Warnings);
        Assert.Equal(PadesLevel.B, SigningTests.Verify(output.ToArray()).Signatures[0].Level);
    }

    [Fact]
    public async Task AnIssuerThatIsSilentCostsALevel()
    {
        _issuer.IsSilent = true;
        using var key = Pki.RsaKey();
        var output = new MemoryStream();

        var result = await new PdfSigner(key).SignAsync(PdfSource.FromBytes(new SmallPdf().Bytes()), output, Options(PadesLevel.LT));

        Assert.Equal(PadesLevel.T, result.Level);
        Assert.NotEmpty(result.Warnings);
    }

    [Fact]
    public async Task ACertificateThatEndedLaterStillCountsByTheTimeStamp()
    {
        using var key = Pkcs12Key.Open(Pki.Rsa12(until: TestPki.Now.AddDays(3)), TestPki.Password);
        var stamped = await SignAsync(new SmallPdf().Bytes(), key, PadesLevel.LTA);
        var bare = await SignAsync(new SmallPdf().Bytes(), key, PadesLevel.B);
        var later = new VerificationOptions { At = TestPki.Now.AddDays(30), Trust = Pki.Trust };

        Assert.Equal(TrustVerdict.Trusted, PdfVerifier.Verify(PdfSource.FromBytes(stamped), later).Signatures[0].Trust);
        Assert.Equal(TrustVerdict.Expired, PdfVerifier.Verify(PdfSource.FromBytes(bare), later).Signatures[0].Trust);
    }

    [Theory]
    [InlineData(-1, TrustVerdict.Revoked)]
    [InlineData(1, TrustVerdict.Trusted)]
    public async Task RevocationCountsFromItsDay(int days, TrustVerdict expected)
    {
        using var key = Pki.RsaKey();
        _issuer.Revoked[key.Certificates[0].Thumbprint] = TestPki.Now.AddDays(days);
        var file = await SignAsync(new SmallPdf().Bytes(), key, PadesLevel.LT);

        var signature = Assert.Single(SigningTests.Verify(file).Signatures);

        Assert.Equal(expected, signature.Trust);
    }

    [Fact]
    public async Task AnArchiveIsRenewed()
    {
        using var key = Pki.RsaKey();
        var file = await SignAsync(new SmallPdf().Bytes(), key, PadesLevel.B);
        var output = new MemoryStream();

        await new LongTermArchive(Options(PadesLevel.LTA)).RenewAsync(PdfSource.FromBytes(file), output);

        var renewed = output.ToArray();
        Assert.True(renewed.AsSpan().StartsWith(file));
        Referees.QpdfAccepts(renewed);
        var report = SigningTests.Verify(renewed);
        Assert.Equal(OverallVerdict.Valid, report.Overall);
        Assert.Equal(PadesLevel.LTA, report.Signatures[0].Level);
        Assert.Equal(LaterChanges.Extension, report.Signatures[0].Changes);
    }

    [Fact]
    public async Task ACopiedTimeStampProvesNothing()
    {
        using var key = Pki.RsaKey();
        var once = new CopyingAuthority(_authority);
        var options = Options(PadesLevel.T) with { TimeStamps = once };
        await SigningTests.SignAsync(new SmallPdf().Bytes(), key, options);

        var second = await SigningTests.SignAsync(new SmallPdf().Bytes(), key, options with { Reason = "khác" });

        var signature = Assert.Single(SigningTests.Verify(second).Signatures);
        Assert.Equal(PadesLevel.B, signature.Level);
        Assert.Equal(TimeSource.Claimed, signature.TimeSource);
    }

    [Fact]
    public async Task AServerIsAskedOverHttp()
    {
        using var client = new HttpClient(new StubHandler(request => _authority.Answer(request)));
        using var key = Pki.RsaKey();
        var options = Options(PadesLevel.T) with { TimeStamps = new HttpTimeStampSource(client, new("http://tsa.example/")) };

        var file = await SigningTests.SignAsync(new SmallPdf().Bytes(), key, options);

        Assert.Equal(PadesLevel.T, SigningTests.Verify(file).Signatures[0].Level);
    }

    [Fact]
    public async Task AServerThatAnswersRubbishFails()
    {
        using var client = new HttpClient(new StubHandler(_ => [1, 2, 3]));
        var source = new HttpTimeStampSource(client, new("http://tsa.example/"));

        await Assert.ThrowsAsync<TimeStampFailedException>(() => source.StampAsync(new byte[32], new("SHA256")));
    }

    private Task<byte[]> SignAsync(byte[] file, ISigningKey key, PadesLevel level) => SigningTests.SignAsync(file, key, Options(level));

    private SigningOptions Options(PadesLevel level) =>
        new()
        {
            Time = TestPki.Now,
            Level = level,
            TimeStamps = _authority,
            Revocation = _issuer,
        };

    /// <summary>Gives the first time-stamp it ever made to everybody.</summary>
    private sealed class CopyingAuthority(TestAuthority authority) : ITimeStampSource
    {
        private byte[]? _first;

        public async Task<byte[]> StampAsync(
            ReadOnlyMemory<byte> hash,
            System.Security.Cryptography.HashAlgorithmName algorithm,
            CancellationToken ct = default
        ) => _first ??= await authority.StampAsync(hash, algorithm, ct);
    }

    private sealed class StubHandler(Func<byte[], byte[]> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new() { Content = new ByteArrayContent(answer(await request.Content!.ReadAsByteArrayAsync(cancellationToken))) };
    }
}
