using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>Certificates and answers of issuers by which a signature can be checked when nobody answers any more.</summary>
internal sealed class ValidationData(IRevocationSource source)
{
    private readonly HashSet<string> _asked = [];

    public List<byte[]> Certificates { get; } = [];
    public List<byte[]> OcspResponses { get; } = [];
    public List<byte[]> Crls { get; } = [];

    /// <summary>Of whom nothing was to be had.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>A certificate with its issuers, as far as they are in the pool.</summary>
    public async Task AddAsync(X509Certificate2 holder, IEnumerable<X509Certificate2> pool, CancellationToken ct)
    {
        var chain = CertificateOrder.From(holder, pool);
        for (var i = 0; i < chain.Count; i++)
        {
            if (!_asked.Add(chain[i].GetCertHashString()))
                continue;
            Certificates.Add(chain[i].RawData);
            if (CertificateOrder.IsSelfIssued(chain[i]))
                continue;
            var answer = i + 1 < chain.Count ? await source.AskAsync(chain[i], chain[i + 1], ct) : null;
            if (answer is null)
                Missing.Add(chain[i].GetNameInfo(X509NameType.SimpleName, false));
            if (answer?.Ocsp is { } ocsp)
                OcspResponses.Add(ocsp);
            if (answer?.Crl is { } crl && !Crls.Exists(known => known.AsSpan().SequenceEqual(crl)))
                Crls.Add(crl);
        }
    }
}
