using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>Certificates from a holder up to the root, as far as they are at hand.</summary>
internal static class CertificateOrder
{
    private const int MostLength = 10;

    public static List<X509Certificate2> From(X509Certificate2 holder, IEnumerable<X509Certificate2> others)
    {
        var pool = others.ToList();
        var chain = new List<X509Certificate2> { holder };
        while (chain.Count < MostLength && !IsSelfIssued(chain[^1]))
        {
            var issuer = pool.FirstOrDefault(candidate => IsIssuedBy(chain[^1], candidate) && !chain.Contains(candidate));
            if (issuer is null)
                break;
            chain.Add(issuer);
        }
        return chain;
    }

    public static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 candidate) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(candidate.SubjectName.RawData);
}
