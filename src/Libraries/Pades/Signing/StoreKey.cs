using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>
/// A key in the person's own store of certificates. On Windows that is where smart cards and tokens without a PKCS#11 driver show
/// themselves; Windows asks for their PIN itself when they sign.
/// </summary>
public sealed class StoreKey : CertificateKey
{
    private StoreKey(IReadOnlyList<X509Certificate2> certificates, bool usePss)
        : base(certificates, usePss) { }

    /// <summary>What can sign, each certificate with its issuers as far as the stores have them.</summary>
    public static IReadOnlyList<IReadOnlyList<X509Certificate2>> All()
    {
        var own = Read(StoreName.My);
        var issuers = own.Concat(Read(StoreName.CertificateAuthority)).Concat(Read(StoreName.Root)).ToList();
        return [.. own.Where(CanSign).Select(certificate => CertificateOrder.From(certificate, issuers))];
    }

    /// <param name="fingerprint">SHA-256 of the certificate, hexadecimal.</param>
    /// <param name="usePss">RSASSA-PSS and not PKCS#1 v1.5; not all cards know it.</param>
    /// <exception cref="PdfRefusedException">There is no such certificate with a key.</exception>
    public static StoreKey Open(string fingerprint, bool usePss = false) =>
        All()
            .FirstOrDefault(found =>
                string.Equals(found[0].GetCertHashString(HashAlgorithmName.SHA256), fingerprint, StringComparison.OrdinalIgnoreCase)
            )
            is { } certificates
            ? new(certificates, usePss)
            : throw new PdfRefusedException(PdfRefusal.Key, "There is no such key in the store of certificates.");

    private static bool CanSign(X509Certificate2 certificate)
    {
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        const X509KeyUsageFlags Signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        return certificate.HasPrivateKey && (usage is null || (usage & Signing) != 0);
    }

    private static List<X509Certificate2> Read(StoreName name)
    {
        try
        {
            using var store = new X509Store(name, StoreLocation.CurrentUser);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return [.. store.Certificates];
        }
        catch (CryptographicException)
        {
            // There is none on this machine.
            return [];
        }
    }
}
