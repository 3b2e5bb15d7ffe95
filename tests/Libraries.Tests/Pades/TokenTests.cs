using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

[Collection(Collection)]
public sealed class TokenTests(SoftToken tokens) : IClassFixture<SoftToken>
{
    /// <summary>The driver is one for the whole process.</summary>
    public const string Collection = "tokens";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATokenSigns(bool usePss)
    {
        using var key = tokens.Module.Open(tokens.SerialOf("Văn thư"), SoftToken.Pin, usePss: usePss);

        var signed = await SigningTests.SignAsync(new SmallPdf().Bytes(), key, new() { Time = TestPki.Now });

        Referees.PdfsigAccepts(signed, 1);
        Assert.Equal(CryptoVerdict.Valid, SigningTests.Verify(signed).Signatures[0].Crypto);
    }

    [Fact]
    public void TokensAreToldApartByTheirSerialNumber()
    {
        Assert.Equal(["Lãnh đạo", "Văn thư"], tokens.Module.Tokens().Select(token => token.Label).Order(StringComparer.Ordinal));

        var refused = Assert.Throws<PdfRefusedException>(() => tokens.Module.Open(null, SoftToken.Pin));
        Assert.Contains("Several tokens", refused.Message, StringComparison.Ordinal);
        Assert.Throws<PdfRefusedException>(() => tokens.Module.Open("0000", SoftToken.Pin));
    }

    [Fact]
    public void AWrongPinIsRefused()
    {
        // Of a token that nobody has opened: a login holds for the whole process.
        var refused = Assert.Throws<PdfRefusedException>(() => tokens.Module.Open(tokens.SerialOf("Lãnh đạo"), "000000"u8.ToArray()));

        Assert.Equal("The PIN is wrong.", refused.Message);
    }

    [Fact]
    public async Task ManyAskAtOnceAndEachGetsItsSignature()
    {
        using var key = tokens.Module.Open(tokens.SerialOf("Văn thư"), SoftToken.Pin);

        var signed = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => SigningTests.SignAsync(new SmallPdf().Bytes(), key, new() { Time = TestPki.Now }))
        );

        Assert.All(signed, file => Assert.Equal(CryptoVerdict.Valid, SigningTests.Verify(file).Signatures[0].Crypto));
    }

    [Fact]
    public void CertificatesShowThemselvesWithoutAPin()
    {
        using var certificate = TestPki.Shared.RsaCertificate();

        var found = tokens.Module.Certificates();

        Assert.Equal(["Lãnh đạo", "Văn thư"], found.Select(one => one.Token.Label).Order(StringComparer.Ordinal));
        Assert.All(found, one => Assert.Equal(certificate.Subject, one.Certificates[0].Subject));
    }

    [Fact]
    public void ACertificateThatIsNotThereIsRefused()
    {
        var serial = tokens.SerialOf("Văn thư");

        var refused = Assert.Throws<PdfRefusedException>(() => tokens.Module.Open(serial, SoftToken.Pin, new string('A', 64)));

        Assert.Contains("no such key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADriverThatIsNoneIsRefused() => Assert.Throws<PdfRefusedException>(() => Pkcs11Module.Load("/usr/lib/khong-co.so"));
}
