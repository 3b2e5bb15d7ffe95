using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

[Collection(TokenTests.Collection)]
public sealed class RemovedTokenTests(SoftToken tokens) : IClassFixture<SoftToken>
{
    [Fact]
    public async Task ATokenThatIsTakenOutWhileItSignsIsRefusedAndTheOtherSignsOn()
    {
        using var taken = tokens.Module.Open(tokens.SerialOf("Văn thư"), SoftToken.Pin);
        using var other = tokens.Module.Open(tokens.SerialOf("Lãnh đạo"), SoftToken.Pin);
        await SigningTests.SignAsync(new SmallPdf().Bytes(), taken, new() { Time = TestPki.Now });

        tokens.TakeOut("Văn thư");

        var refused = await Assert.ThrowsAsync<PdfRefusedException>(() =>
            SigningTests.SignAsync(new SmallPdf().Bytes(), taken, new() { Time = TestPki.Now })
        );
        Assert.Equal(PdfRefusal.Removed, refused.Reason);
        var signed = await SigningTests.SignAsync(new SmallPdf().Bytes(), other, new() { Time = TestPki.Now });
        Assert.Equal(CryptoVerdict.Valid, SigningTests.Verify(signed).Signatures[0].Crypto);
    }
}
