using System.Security.Cryptography;
using System.Text;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>A store that was published: taken over by one fingerprint, and by no name.</summary>
public sealed class TrustStoreFileTests : IDisposable
{
    private readonly Pkcs12Key _publisher = TestPki.Shared.RsaKey();

    [Fact]
    public async Task WhatIsPublishedIsTrustedUnderItsLabels()
    {
        var store = TrustStore.FromFile(await WriteAsync(), Fingerprint(_publisher));

        Assert.Equal(["quoc-gia", "chinh-phu"], store.ToRoots().Select(root => root.Label));
        using var key = TestPki.Shared.RsaKey();
        var signed = await SigningTests.SignAsync(new SmallPdf().Bytes(), key, new() { Time = TestPki.Now });
        var report = PdfVerifier.Verify(PdfSource.FromBytes(signed), new() { At = TestPki.Now, Trust = store });
        Assert.Equal((TrustVerdict.Trusted, "quoc-gia"), (report.Signatures[0].Trust, report.Signatures[0].TrustLabel));
    }

    [Fact]
    public async Task WhatSomebodyElseSignedOrChangedIsRefused()
    {
        using var other = TestPki.Shared.EcdsaKey(ECCurve.NamedCurves.nistP256);
        var file = await WriteAsync();

        // The other one has the same name in the certificate.
        Assert.Throws<PdfRefusedException>(() => TrustStore.FromFile(file, Fingerprint(other)));
        var changed = Encoding.UTF8.GetString(file).Replace("chinh-phu", "quoc-gia", StringComparison.Ordinal);
        Assert.Throws<PdfRefusedException>(() => TrustStore.FromFile(Encoding.UTF8.GetBytes(changed), Fingerprint(_publisher)));
        var unsigned = "<trustStore xmlns=\"urn:doanket:trust-store:1\" />"u8.ToArray();
        Assert.Throws<PdfRefusedException>(() => TrustStore.FromFile(unsigned, Fingerprint(_publisher)));
        Assert.Throws<PdfFormatException>(() => TrustStore.FromFile("khong phai"u8.ToArray(), Fingerprint(_publisher)));
        // Something else that the publisher has signed.
        var letter = await XmlSignature.SignAsync("<thu>Kính gửi</thu>"u8.ToArray(), _publisher);
        Assert.Throws<PdfFormatException>(() => TrustStore.FromFile(letter, Fingerprint(_publisher)));
    }

    public void Dispose() => _publisher.Dispose();

    private Task<byte[]> WriteAsync() =>
        TrustStoreFile.WriteAsync(
            [new("quoc-gia", TestPki.Shared.Root.RawData), new("chinh-phu", TestPki.Shared.Issuer.RawData)],
            TestPki.Now,
            _publisher
        );

    private static string Fingerprint(Pkcs12Key key) => key.Certificates[0].GetCertHashString(HashAlgorithmName.SHA256);
}
