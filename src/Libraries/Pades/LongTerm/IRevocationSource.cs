using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>What an issuer says about a certificate: an OCSP response or a certificate revocation list, DER.</summary>
public sealed record RevocationAnswer(byte[]? Ocsp, byte[]? Crl);

/// <summary>Asks issuers whether a certificate still counts.</summary>
public interface IRevocationSource
{
    /// <returns>Null where nothing was to be had.</returns>
    Task<RevocationAnswer?> AskAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken ct = default);
}
