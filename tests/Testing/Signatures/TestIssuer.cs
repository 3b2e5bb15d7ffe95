using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;

namespace DoanKet.Testing.Signatures;

/// <summary>Answers for the issuers of the test: by OCSP for signers, by a list for issuers.</summary>
public sealed class TestIssuer(Func<X509Certificate2, RSA> keyOf) : IRevocationSource
{
    public Dictionary<string, DateTimeOffset> Revoked { get; } = [];

    public DateTimeOffset Time { get; set; } = TestPki.Now;

    public bool IsSilent { get; set; }

    public Task<RevocationAnswer?> AskAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken ct = default)
    {
        if (IsSilent)
            return Task.FromResult<RevocationAnswer?>(null);
        var isIssuer = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(extension => extension.CertificateAuthority);
        RevocationAnswer answer = isIssuer ? new(null, Crl(certificate, issuer)) : new(Ocsp(certificate, issuer), null);
        return Task.FromResult<RevocationAnswer?>(answer);
    }

    public byte[] Ocsp(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var issuerCertificate = DotNetUtilities.FromX509Certificate(issuer);
        var identifier = new CertificateID(
            CertificateID.DigestSha1,
            issuerCertificate,
            new BigInteger(1, certificate.SerialNumberBytes.ToArray())
        );
        var generator = new BasicOcspRespGenerator(new RespID(issuerCertificate.SubjectDN));
        CertificateStatus status = Revoked.TryGetValue(certificate.Thumbprint, out var since)
            ? new RevokedStatus(since.UtcDateTime, CrlReason.KeyCompromise)
            : CertificateStatus.Good!;
        generator.AddResponse(identifier, status, Time.UtcDateTime, Time.AddDays(7).UtcDateTime, null);
        var key = DotNetUtilities.GetRsaKeyPair(keyOf(issuer)).Private;
        var basic = generator.Generate(new Asn1SignatureFactory("SHA256WITHRSA", key), [], Time.UtcDateTime);
        return new OCSPRespGenerator().Generate(OcspRespStatus.Successful, basic).GetEncoded();
    }

    private byte[] Crl(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var builder = new CertificateRevocationListBuilder();
        if (Revoked.TryGetValue(certificate.Thumbprint, out var since))
            builder.AddEntry(certificate.SerialNumberBytes.Span, since);
        var generator = X509SignatureGenerator.CreateForRSA(keyOf(issuer), RSASignaturePadding.Pkcs1);
        var identifier = new X509AuthorityKeyIdentifierExtension([0x30, 0x00]);
        return builder.Build(issuer.SubjectName, generator, 1, Time.AddDays(7), HashAlgorithmName.SHA256, identifier, Time);
    }
}
