using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>
/// The document security store (ETSI EN 319 142-1, 5.4.2): certificates and answers of issuers that were kept with the file.
/// </summary>
internal sealed class Evidence
{
    private const int MostItems = 2_000;
    private const int MostItemBytes = 64 * 1024 * 1024;

    public List<X509Certificate2> Certificates { get; } = [];
    public List<byte[]> OcspResponses { get; } = [];
    public List<byte[]> Crls { get; } = [];

    public static Evidence Collect(PdfFile file)
    {
        var evidence = new Evidence();
        if (file.Dictionary(file.Catalog["DSS"]) is not { } store)
            return evidence;
        foreach (var bytes in Streams(file, store["Certs"]))
            evidence.TryAdd(bytes);
        evidence.OcspResponses.AddRange(Streams(file, store["OCSPs"]));
        evidence.Crls.AddRange(Streams(file, store["CRLs"]));
        return evidence;
    }

    /// <summary>Whether all certificates below a root still counted at a moment, by what is kept.</summary>
    public RevocationFinding Find(IReadOnlyList<X509Certificate2> path, DateTimeOffset at)
    {
        var answers = OcspResponses
            .Select(ocsp => new RevocationAnswer(ocsp, null))
            .Concat(Crls.Select(crl => new RevocationAnswer(null, crl)));
        var all = answers.ToList();
        var isKnown = true;
        for (var i = 0; i + 1 < path.Count; i++)
        {
            var findings = all.Select(answer => RevocationAnswers.Read(answer, path[i], path[i + 1], at)).ToList();
            var revoked = findings.Find(finding => finding.State == RevocationState.Revoked);
            if (revoked.State == RevocationState.Revoked)
                return revoked;
            isKnown &= findings.Exists(finding => finding.State == RevocationState.Good);
        }
        return new(isKnown ? RevocationState.Good : RevocationState.Unknown);
    }

    private void TryAdd(byte[] certificate)
    {
        try
        {
            Certificates.Add(X509CertificateLoader.LoadCertificate(certificate));
        }
        catch (CryptographicException)
        {
            // One broken certificate proves nothing, and takes nothing from the others.
        }
    }

    private static IEnumerable<byte[]> Streams(PdfFile file, PdfObject? array)
    {
        foreach (var item in (file.Array(array)?.Items ?? []).Take(MostItems))
            if (item is PdfReference reference && file.Resolve(reference) is PdfStream { Length: < MostItemBytes } stream)
                yield return file.Bytes(stream, reference);
    }
}
