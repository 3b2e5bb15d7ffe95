using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>What a key's place is given to sign: a statement of a document, and nothing else.</summary>
public sealed class StatementTests
{
    [Fact]
    public void WhatIsToBeSignedSaysForWhichDocumentAndCertificate()
    {
        using var certificate = TestPki.Shared.RsaCertificate();
        var key = KeyDescription.Of([certificate]);
        var prepared = PreparedSignature.Prepare(PdfSource.FromBytes(new SmallPdf().Bytes()), key, new() { Time = TestPki.Now });

        var statement = SignatureStatement.Read(prepared.SignedAttributes);

        Assert.True(statement.Names(certificate));
        Assert.False(statement.Names(TestPki.Shared.Root));
        Assert.Equal(32, statement.DocumentHash.Length);
        Assert.Equal(prepared.HashToSign, statement.HashToSign(key.Hash));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3000")]
    [InlineData("3100")]
    // A challenge of a sign-in, a certificate's beginning: whatever is no statement of a document.
    [InlineData("0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20")]
    [InlineData("30820122300D06092A864886F70D01010105000382010F00")]
    public void AnythingElseIsNoStatement(string hexadecimal) =>
        Assert.Throws<PdfFormatException>(() => SignatureStatement.Read(Convert.FromHexString(hexadecimal)));

    [Fact]
    public void AStatementWithMoreInItIsNone()
    {
        using var certificate = TestPki.Shared.RsaCertificate();
        var key = KeyDescription.Of([certificate]);
        var right = PreparedSignature
            .Prepare(PdfSource.FromBytes(new SmallPdf().Bytes()), key, new() { Time = TestPki.Now })
            .SignedAttributes;

        Assert.Throws<PdfFormatException>(() => SignatureStatement.Read([.. right, 0x05, 0x00]));
        Assert.Throws<PdfFormatException>(() => SignatureStatement.Read(right[..^1]));
        Assert.Throws<PdfFormatException>(() => PreparedSignature.FromBytes("{}"u8));
    }
}
