using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Modules.Signing.Demo;

/// <summary>Certificates that are good for nothing but trying the program.</summary>
internal sealed class DemoCertificates : IDisposable
{
    private const int KeyBits = 2048;
    private readonly RSA _rootKey = RSA.Create(KeyBits);
    private readonly DateTimeOffset _now;

    public DemoCertificates(DateTimeOffset now)
    {
        _now = now;
        var request = Request("Gốc trình diễn, không có giá trị", "Phần mềm Đoàn Kết", _rootKey);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        Root = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
    }

    public X509Certificate2 Root { get; }

    /// <returns>A PKCS#12 file with key, certificate and root.</returns>
    public byte[] Issue(string name, string organisation, string password)
    {
        using var key = RSA.Create(KeyBits);
        var request = Request(name, organisation, key);
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true)
        );
        using var plain = request.Create(Root, _now.AddDays(-1), _now.AddYears(2), RandomNumberGenerator.GetBytes(12));
        using var certificate = plain.CopyWithPrivateKey(key);
        using var root = X509CertificateLoader.LoadCertificate(Root.RawData);
        return new X509Certificate2Collection { certificate, root }.Export(X509ContentType.Pkcs12, password)!;
    }

    public void Dispose()
    {
        Root.Dispose();
        _rootKey.Dispose();
    }

    private static CertificateRequest Request(string name, string organisation, RSA key)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        subject.AddOrganizationName(organisation);
        subject.AddCountryOrRegion("VN");
        return new(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
