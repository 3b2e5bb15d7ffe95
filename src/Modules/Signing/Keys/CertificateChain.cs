using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>Certificates behind each other, DER.</summary>
internal static class CertificateChain
{
    /// <param name="certificates">The holder's first: it is left out.</param>
    /// <returns>As many of the issuers as there is room for.</returns>
    public static byte[] Issuers(IReadOnlyList<X509Certificate2> certificates)
    {
        var joined = new List<byte>();
        foreach (var certificate in certificates.Skip(1))
            if (joined.Count + certificate.RawData.Length <= SigningKey.MostIssuerBytes)
                joined.AddRange(certificate.RawData);
        return [.. joined];
    }

    /// <param name="certificates">The holder's first.</param>
    public static byte[] Join(IReadOnlyList<X509Certificate2> certificates) => [.. certificates[0].RawData, .. Issuers(certificates)];

    public static IReadOnlyList<X509Certificate2> Split(byte[] joined)
    {
        var certificates = new List<X509Certificate2>();
        ReadOnlySpan<byte> rest = joined;
        while (!rest.IsEmpty)
        {
            AsnDecoder.ReadEncodedValue(rest, AsnEncodingRules.DER, out _, out _, out var length);
            certificates.Add(X509CertificateLoader.LoadCertificate(rest[..length]));
            rest = rest[length..];
        }
        return certificates;
    }
}
