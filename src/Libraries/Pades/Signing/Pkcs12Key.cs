using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>A key in a PKCS#12 file (.p12, .pfx).</summary>
public sealed class Pkcs12Key : CertificateKey
{
    private Pkcs12Key(List<X509Certificate2> certificates, bool usePss)
        : base(certificates, usePss) { }

    /// <param name="usePss">RSASSA-PSS, which the annex of TT 15/2025/TT-BKHCN names for RSA, and not PKCS#1 v1.5.</param>
    /// <exception cref="PdfRefusedException">The password is wrong, or there is no key in the file.</exception>
    public static Pkcs12Key Open(byte[] file, string? password, bool usePss = false)
    {
        X509Certificate2Collection all;
        try
        {
            all = X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (CryptographicException)
        {
            throw new PdfRefusedException(
                PdfRefusal.Key,
                "The key file cannot be opened: the password is wrong, or it is no PKCS#12 file."
            );
        }
        var own = all.FirstOrDefault(certificate => certificate.HasPrivateKey);
        if (own is null)
            throw new PdfRefusedException(PdfRefusal.Key, "There is no private key in the file.");
        return new(CertificateOrder.From(own, all), usePss);
    }
}
