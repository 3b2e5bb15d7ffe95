using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades;

namespace DoanKet.Testing.Signatures;

/// <summary>A root, an issuer below it, and signers of each kind. Names are made up and say so.</summary>
public sealed class TestPki
{
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(7));
    public const string Password = "thử-mật-khẩu";
    public static readonly TestPki Shared = new();
    private readonly RSA _rootKey = RSA.Create(TestKeys.UsualBits);
    private readonly RSA _issuerKey = RSA.Create(TestKeys.UsualBits);

    private TestPki()
    {
        Root = MakeRoot();
        Issuer = MakeIssuer();
        Trust.Add(Root.RawData, "thử");
    }

    public X509Certificate2 Root { get; }
    public X509Certificate2 Issuer { get; }
    public TrustStore Trust { get; } = new();

    /// <summary>A time-stamping authority below the issuer.</summary>
    public TestAuthority Authority()
    {
        var key = TestKeys.Rsa();
        var request = new CertificateRequest("CN=Dấu thời gian thử", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.8")], true));
        return new(Sign(request, null), Issuer, key);
    }

    public TestIssuer Revocation() => new(issuer => issuer.Equals(Root) ? _rootKey : _issuerKey);

    public Pkcs12Key RsaKey(bool usePss = false) => Pkcs12Key.Open(Rsa12(), Password, usePss);

    /// <summary>A signer's certificate with its key.</summary>
    public X509Certificate2 RsaCertificate() =>
        X509CertificateLoader
            .LoadPkcs12Collection(Rsa12(), Password, X509KeyStorageFlags.Exportable)
            .First(certificate => certificate.HasPrivateKey);

    public byte[] Rsa12(int bits = TestKeys.UsualBits, DateTimeOffset? until = null)
    {
        var key = TestKeys.Rsa(bits);
        var request = new CertificateRequest("CN=Người ký thử, C=VN", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Issue(request, certificate => certificate.CopyWithPrivateKey(key), until);
    }

    public Pkcs12Key EcdsaKey(ECCurve curve)
    {
        var key = ECDsa.Create(curve);
        var request = new CertificateRequest("CN=Người ký thử, C=VN", key, HashAlgorithmName.SHA256);
        return Pkcs12Key.Open(Issue(request, certificate => certificate.CopyWithPrivateKey(key), null), Password);
    }

    private byte[] Issue(CertificateRequest request, Func<X509Certificate2, X509Certificate2> withKey, DateTimeOffset? until)
    {
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true)
        );
        var all = new X509Certificate2Collection { withKey(Sign(request, until)), Issuer, Root };
        return all.Export(X509ContentType.Pkcs12, Password)!;
    }

    private X509Certificate2 Sign(CertificateRequest request, DateTimeOffset? until)
    {
        var serial = RandomNumberGenerator.GetBytes(8);
        serial[0] = (byte)(serial[0] & 0x7F | 0x40);
        var generator = X509SignatureGenerator.CreateForRSA(_issuerKey, RSASignaturePadding.Pkcs1);
        return request.Create(Issuer.SubjectName, generator, Now.AddYears(-1), until ?? Now.AddYears(2), serial);
    }

    private X509Certificate2 MakeRoot()
    {
        var request = new CertificateRequest("CN=Gốc thử nghiệm", _rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return X509CertificateLoader.LoadCertificate(request.CreateSelfSigned(Now.AddYears(-5), Now.AddYears(15)).RawData);
    }

    private X509Certificate2 MakeIssuer()
    {
        var request = new CertificateRequest("CN=Nơi cấp thử nghiệm", _issuerKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.Create(
            Root.SubjectName,
            X509SignatureGenerator.CreateForRSA(_rootKey, RSASignaturePadding.Pkcs1),
            Now.AddYears(-4),
            Now.AddYears(10),
            [7]
        );
    }
}
