using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace DoanKet.Modules.Signing.Trust;

/// <summary>A certificate as people have it: DER or PEM.</summary>
internal static class CertificateFile
{
    public const string Refusal = "Đây không phải chứng thư số (tệp .cer, .crt, .pem hoặc .der).";

    /// <returns>Null where it is none, or too large for one.</returns>
    public static X509Certificate2? Read(byte[] file)
    {
        try
        {
            var isText = file.AsSpan().IndexOf("-----BEGIN"u8) >= 0;
            var certificate = isText
                ? X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(file))
                : X509CertificateLoader.LoadCertificate(file);
            return certificate.RawData.Length <= TrustedRoot.MaxCertificate ? certificate : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
