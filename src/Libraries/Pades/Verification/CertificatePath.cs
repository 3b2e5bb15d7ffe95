using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>The way from a certificate to a trusted root (RFC 5280, 6), built of what is at hand; nothing is fetched.</summary>
/// <param name="Certificates">The holder's first.</param>
internal sealed record CertificatePath(TrustVerdict Trust, string Label, IReadOnlyList<X509Certificate2> Certificates, string? Note)
{
    public static CertificatePath Build(
        X509Certificate2 certificate,
        IEnumerable<X509Certificate2> others,
        TrustStore store,
        DateTimeOffset at,
        string? purpose = null
    )
    {
        var pool = others.Concat(store.Others).ToList();
        if (store.IsEmpty)
            return new(TrustVerdict.Unknown, "", CertificateOrder.From(certificate, pool), null);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(store.Roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(pool.ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        if (purpose is not null)
            chain.ChainPolicy.ApplicationPolicy.Add(new(purpose));
        var isTrusted = chain.Build(certificate);
        var path = chain.ChainElements.Select(element => X509CertificateLoader.LoadCertificate(element.Certificate.RawData)).ToList();
        if (isTrusted)
            return new(TrustVerdict.Trusted, store.LabelOf(path[^1]), path, null);
        var problems = chain.ChainStatus.Select(status => status.Status).Where(status => status != X509ChainStatusFlags.NoError).ToList();
        var isOnlyTime = problems.TrueForAll(problem => problem == X509ChainStatusFlags.NotTimeValid);
        return isOnlyTime
            ? new(TrustVerdict.Expired, store.LabelOf(path[^1]), path, "A certificate of the path is outside its period.")
            : new(TrustVerdict.Untrusted, "", path, $"The certificate leads to no trusted root: {string.Join(", ", problems.Distinct())}.");
    }
}
