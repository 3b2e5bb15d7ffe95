using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using BouncyCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace DoanKet.Pades;

internal enum RevocationState
{
    /// <summary>The answer is no proof: of another issuer, wrongly signed, too old, or not about this certificate.</summary>
    Unknown,
    Good,
    Revoked,
}

/// <param name="Since">When it was revoked.</param>
internal readonly record struct RevocationFinding(RevocationState State, DateTimeOffset? Since = null);

/// <summary>Reads what issuers say about certificates: OCSP responses (RFC 6960) and revocation lists (RFC 5280, 5).</summary>
internal static class RevocationAnswers
{
    private const string OcspSigning = Cms.Oids.OcspSigning;

    /// <param name="at">The moment that matters: when it was signed.</param>
    public static RevocationFinding Read(RevocationAnswer answer, X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset at)
    {
        try
        {
            var finding = answer.Ocsp is { } ocsp ? ReadOcsp(ocsp, certificate, issuer, at) : default;
            return finding.State == RevocationState.Unknown && answer.Crl is { } crl ? ReadCrl(crl, certificate, issuer, at) : finding;
        }
        catch (Exception failure) when (IsBroken(failure))
        {
            return default;
        }
    }

    /// <summary>What the ASN.1 reader and the ciphers of BouncyCastle throw on bytes that are not what they should be.</summary>
    private static bool IsBroken(Exception failure) =>
        failure
            is IOException
                or GeneralSecurityException
                or OcspException
                or ArgumentException
                or InvalidCastException
                or InvalidOperationException
                or NullReferenceException
                or IndexOutOfRangeException
                or FormatException
                or ArithmeticException;

    private static RevocationFinding ReadOcsp(byte[] encoded, X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset at)
    {
        var response = new OcspResp(encoded);
        if (response.Status != OcspRespStatus.Successful || response.GetResponseObject() is not BasicOcspResp basic)
            return default;
        var issuerCertificate = DotNetUtilities.FromX509Certificate(issuer);
        var serial = new BigInteger(1, certificate.SerialNumberBytes.ToArray());
        var single = basic.Responses.FirstOrDefault(one =>
            one.GetCertID().SerialNumber.Equals(serial) && one.GetCertID().MatchesIssuer(issuerCertificate)
        );
        if (single is null || IsTooOld(single.NextUpdate, at) || !IsSignedFor(basic, issuerCertificate))
            return default;
        return single.GetCertStatus() switch
        {
            null => new(RevocationState.Good),
            RevokedStatus revoked => new(RevocationState.Revoked, Utc(revoked.RevocationTime)),
            _ => default,
        };
    }

    /// <summary>By the issuer itself, or by somebody whom the issuer certified for this and nothing else (RFC 6960, 4.2.2.2).</summary>
    private static bool IsSignedFor(BasicOcspResp response, BouncyCertificate issuer)
    {
        if (response.Verify(issuer.GetPublicKey()))
            return true;
        foreach (var responder in response.GetCerts())
        {
            var isCertified =
                responder.IssuerDN.Equivalent(issuer.SubjectDN)
                && responder.GetExtendedKeyUsage()?.Any(usage => usage.Id == OcspSigning) == true
                && responder.IsValid(response.ProducedAt)
                && responder.IsSignatureValid(issuer.GetPublicKey());
            if (isCertified && response.Verify(responder.GetPublicKey()))
                return true;
        }
        return false;
    }

    private static RevocationFinding ReadCrl(byte[] encoded, X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset at)
    {
        var list = new X509CrlParser().ReadCrl(encoded);
        var issuerCertificate = DotNetUtilities.FromX509Certificate(issuer);
        if (list is null || !list.IssuerDN.Equivalent(issuerCertificate.SubjectDN) || IsTooOld(list.NextUpdate, at))
            return default;
        list.Verify(issuerCertificate.GetPublicKey());
        var entry = list.GetRevokedCertificate(new(1, certificate.SerialNumberBytes.ToArray()));
        return entry is null ? new(RevocationState.Good) : new(RevocationState.Revoked, Utc(entry.RevocationDate));
    }

    private static bool IsTooOld(DateTime? nextUpdate, DateTimeOffset at) => nextUpdate is { } next && Utc(next) < at;

    private static DateTimeOffset Utc(DateTime time) => new(time.ToUniversalTime(), TimeSpan.Zero);
}
