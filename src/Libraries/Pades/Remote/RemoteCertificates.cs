using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace DoanKet.Pades;

/// <summary>Certificates as providers send them: DER in Base64.</summary>
internal static class RemoteCertificates
{
    /// <summary>No chain is longer.</summary>
    private const int Most = 10;

    /// <param name="texts">The key's own first; empty ones are passed over.</param>
    /// <returns>Null where there is none, or one cannot be read.</returns>
    public static IReadOnlyList<X509Certificate2>? Read(IEnumerable<JsonNode?> texts)
    {
        try
        {
            var certificates = texts
                .Select(text => text.Text())
                .Where(text => !string.IsNullOrWhiteSpace(text))
                .Take(Most)
                .Select(text => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text!)))
                .ToList();
            return certificates.Count == 0 ? null : certificates;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
