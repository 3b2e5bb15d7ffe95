using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>The person's store of certificates; .NET keeps one on every system.</summary>
public sealed class StoreKeyTests
{
    [Fact]
    public async Task AKeyInTheStoreSignsAsLongAsItIsThere()
    {
        using var certificate = X509CertificateLoader.LoadPkcs12(
            TestPki.Shared.Rsa12(),
            TestPki.Password,
            X509KeyStorageFlags.Exportable | X509KeyStorageFlags.PersistKeySet
        );
        var fingerprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate);
        try
        {
            Assert.Contains(StoreKey.All(), found => found[0].Equals(certificate));
            using var key = StoreKey.Open(fingerprint.ToLowerInvariant());

            var signed = await SigningTests.SignAsync(new SmallPdf().Bytes(), key, new() { Time = TestPki.Now });

            Referees.PdfsigAccepts(signed, 1);
            Assert.Equal(CryptoVerdict.Valid, SigningTests.Verify(signed).Signatures[0].Crypto);
        }
        finally
        {
            store.Remove(certificate);
        }
        var refused = Assert.Throws<PdfRefusedException>(() => StoreKey.Open(fingerprint));
        Assert.Contains("no such key", refused.Message, StringComparison.Ordinal);
    }
}
