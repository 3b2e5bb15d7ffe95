using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using BouncyCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace DoanKet.Pades;

/// <summary>
/// Asks the addresses that a certificate names: its OCSP responder, and where that does not answer its revocation list. Meant for one's own
/// certificates while signing; verifying asks nobody.
/// </summary>
/// <param name="client">Its time limit is the caller's.</param>
/// <param name="time">By which an answer is fresh.</param>
public sealed class HttpRevocationSource(HttpClient client, TimeProvider time) : IRevocationSource
{
    private const int MostOcspBytes = 256 * 1024;
    private const int MostCrlBytes = 32 * 1024 * 1024;

    public async Task<RevocationAnswer?> AskAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken ct = default)
    {
        var holder = DotNetUtilities.FromX509Certificate(certificate);
        foreach (var address in OcspAddresses(holder))
        {
            var question = Question(holder, DotNetUtilities.FromX509Certificate(issuer));
            if (await TryAskAsync(address, question, MostOcspBytes, ct) is { } bytes && IsAnswer(new(bytes, null), certificate, issuer))
                return new(bytes, null);
        }
        foreach (var address in CrlAddresses(holder))
            if (await TryAskAsync(address, null, MostCrlBytes, ct) is { } bytes && IsAnswer(new(null, bytes), certificate, issuer))
                return new(null, bytes);
        return null;
    }

    private bool IsAnswer(RevocationAnswer answer, X509Certificate2 certificate, X509Certificate2 issuer) =>
        RevocationAnswers.Read(answer, certificate, issuer, time.GetUtcNow()).State != RevocationState.Unknown;

    private static byte[] Question(BouncyCertificate certificate, BouncyCertificate issuer)
    {
        var generator = new OcspReqGenerator();
        generator.AddRequest(new(CertificateID.DigestSha1, issuer, new BigInteger(1, certificate.SerialNumber.ToByteArrayUnsigned())));
        return generator.Generate().GetEncoded();
    }

    /// <returns>Null where nobody answers.</returns>
    private async Task<byte[]?> TryAskAsync(Uri address, byte[]? question, int most, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(question is null ? HttpMethod.Get : HttpMethod.Post, address);
            if (question is not null)
            {
                request.Content = new ByteArrayContent(question);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/ocsp-request");
            }
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            return await BoundedBody.ReadAsync(body, most, ct);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private static IEnumerable<Uri> OcspAddresses(BouncyCertificate certificate)
    {
        var value = certificate.GetExtensionParsedValue(X509Extensions.AuthorityInfoAccess);
        if (value is null)
            return [];
        var descriptions = AuthorityInformationAccess.GetInstance(value).GetAccessDescriptions();
        return Addresses(descriptions.Where(d => d.AccessMethod.Equals(AccessDescription.IdADOcsp)).Select(d => d.AccessLocation));
    }

    private static IEnumerable<Uri> CrlAddresses(BouncyCertificate certificate)
    {
        var value = certificate.GetExtensionParsedValue(X509Extensions.CrlDistributionPoints);
        if (value is null)
            return [];
        var names = CrlDistPoint
            .GetInstance(value)
            .GetDistributionPoints()
            .Select(point => point.DistributionPointName)
            .Where(name => name?.Type == DistributionPointName.FullName)
            .SelectMany(name => GeneralNames.GetInstance(name!.Name).GetNames());
        return Addresses(names);
    }

    private static IEnumerable<Uri> Addresses(IEnumerable<GeneralName> names)
    {
        foreach (var name in names.Where(name => name.TagNo == GeneralName.UniformResourceIdentifier))
        {
            var text = DerIA5String.GetInstance(name.Name).GetString();
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https"))
                yield return address;
        }
    }
}
