using System.Security.Cryptography;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

public sealed class SigningTests
{
    private static readonly TestPki Pki = TestPki.Shared;

    public static TheoryData<string> Kinds =>
        [
            "table",
            "xref stream",
            "linearised",
            "PDF 2.0",
            "hybrid",
            "byte after the end",
            "no line end",
            "lone CR",
            "RC4 40",
            "RC4 128",
            "AES 128",
            "AES 256",
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EveryKindOfFileIsSignedTwiceByAppending(string kind)
    {
        var original = Make(kind);
        var password = kind.StartsWith("RC4", StringComparison.Ordinal) || kind.StartsWith("AES", StringComparison.Ordinal) ? "chu" : null;
        string[] forPdfsig = password is null ? [] : ["-upw", password];
        string[] forQpdf = password is null ? [] : ["--password=" + password];

        var once = await SignAsync(original, Pki.RsaKey(), new() { Time = TestPki.Now, Password = password });
        var twice = await SignAsync(once, Pki.RsaKey(), new() { Time = TestPki.Now.AddHours(1), Password = password });

        Assert.True(once.AsSpan().StartsWith(original));
        Assert.True(twice.AsSpan().StartsWith(once));
        Referees.QpdfAccepts(twice, forQpdf);
        Referees.PdfsigAccepts(once, 1, forPdfsig);
        Referees.PdfsigAccepts(twice, 2, forPdfsig);
        var report = Verify(twice, password);
        Assert.Null(report.Problem);
        Assert.Equal(OverallVerdict.Valid, report.Overall);
        Assert.Equal([Coverage.Partial, Coverage.Whole], report.Signatures.Select(s => s.Coverage));
        Assert.Equal([LaterChanges.Form, LaterChanges.None], report.Signatures.Select(s => s.Changes));
    }

    [Theory]
    [InlineData("RSA")]
    [InlineData("PSS")]
    [InlineData("P-256")]
    [InlineData("P-384")]
    [InlineData("P-521")]
    public async Task EveryKindOfKeySigns(string kind)
    {
        using var key = kind switch
        {
            "RSA" => Pki.RsaKey(),
            "PSS" => Pki.RsaKey(usePss: true),
            "P-256" => Pki.EcdsaKey(ECCurve.NamedCurves.nistP256),
            "P-384" => Pki.EcdsaKey(ECCurve.NamedCurves.nistP384),
            _ => Pki.EcdsaKey(ECCurve.NamedCurves.nistP521),
        };

        var signed = await SignAsync(new SmallPdf().Bytes(), key, new() { Time = TestPki.Now });

        Referees.OpensslAccepts(signed);
        // pdfsig 22.12 does not know ECDSA.
        if (key.Scheme != SignatureScheme.Ecdsa)
            Referees.PdfsigAccepts(signed, 1);
        var signature = Assert.Single(Verify(signed).Signatures);
        Assert.Equal(CryptoVerdict.Valid, signature.Crypto);
        Assert.Equal(TrustVerdict.Trusted, signature.Trust);
        Assert.Equal("thử", signature.TrustLabel);
        Assert.Equal(PadesLevel.B, signature.Level);
        Assert.Equal("Người ký thử", signature.Signer);
        Assert.Equal(TestPki.Now, signature.Time);
    }

    internal static async Task<byte[]> SignAsync(byte[] file, ISigningKey key, SigningOptions options)
    {
        var output = new MemoryStream();
        await new PdfSigner(key).SignAsync(PdfSource.FromBytes(file), output, options);
        return output.ToArray();
    }

    internal static VerificationReport Verify(byte[] file, string? password = null) =>
        PdfVerifier.Verify(
            PdfSource.FromBytes(file),
            new()
            {
                At = TestPki.Now.AddDays(1),
                Trust = Pki.Trust,
                Password = password,
            }
        );

    internal static byte[] Make(string kind)
    {
        var plain = new SmallPdf().Bytes();
        return kind switch
        {
            "table" => plain,
            "xref stream" => Referees.Qpdf(plain, "--object-streams=generate"),
            "linearised" => Referees.Qpdf(plain, "--linearize"),
            "PDF 2.0" => Referees.Qpdf(plain, "--force-version=2.0", "--object-streams=generate"),
            "hybrid" => HybridPdf.Bytes(),
            "byte after the end" => [.. plain, 0],
            "no line end" => plain[..^1],
            "lone CR" => [.. plain[..^1], (byte)'\r'],
            "RC4 40" => Referees.Qpdf(plain, "--allow-weak-crypto", "--encrypt", "chu", "chu", "40", "--"),
            "RC4 128" => Referees.Qpdf(plain, "--allow-weak-crypto", "--encrypt", "chu", "chu", "128", "--use-aes=n", "--"),
            "AES 128" => Referees.Qpdf(plain, "--allow-weak-crypto", "--encrypt", "chu", "chu", "128", "--use-aes=y", "--"),
            _ => Referees.Qpdf(plain, "--encrypt", "chu", "chu", "256", "--"),
        };
    }
}
