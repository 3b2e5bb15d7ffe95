using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades;

namespace DoanKet.SigningAgent;

/// <summary>A certificate whose key can be reached now.</summary>
/// <param name="Certificates">The key's own first.</param>
internal abstract record FoundCertificate(IReadOnlyList<X509Certificate2> Certificates)
{
    public X509Certificate2 Own => Certificates[0];

    public string Fingerprint => Own.GetCertHashString(HashAlgorithmName.SHA256);

    public string Told =>
        $"{Name(forIssuer: false)} (cấp bởi {Name(forIssuer: true)}, hết hạn {Own.NotAfter.ToUniversalTime():dd/MM/yyyy})";

    private string Name(bool forIssuer) => Own.GetNameInfo(X509NameType.SimpleName, forIssuer);
}

/// <summary>In a token that is in the machine: its PIN is asked here.</summary>
internal sealed record TokenCertificate(Pkcs11Module Module, TokenDescription Token, IReadOnlyList<X509Certificate2> Certificates)
    : FoundCertificate(Certificates);

/// <summary>In the person's store of certificates: the system asks for the PIN itself.</summary>
internal sealed record StoreCertificate(IReadOnlyList<X509Certificate2> Certificates) : FoundCertificate(Certificates);
