using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using TimeStampToken = Org.BouncyCastle.Tsp.TimeStampToken;

namespace DoanKet.Testing.Signatures;

/// <summary>A time-stamping authority of the test, whose clock is set.</summary>
public sealed class TestAuthority(X509Certificate2 certificate, X509Certificate2 issuer, RSA key) : ITimeStampSource
{
    private int _serial = 1;

    public DateTimeOffset Time { get; set; } = TestPki.Now;

    /// <summary>Null where it works; else what it throws.</summary>
    public Exception? Failure { get; set; }

    public int Asked { get; private set; }

    public Task<byte[]> StampAsync(ReadOnlyMemory<byte> hash, HashAlgorithmName algorithm, CancellationToken ct = default)
    {
        Asked++;
        if (Failure is not null)
            throw Failure;
        var request = new TimeStampRequestGenerator();
        request.SetCertReq(true);
        return Task.FromResult(Token(request.Generate(TspAlgorithms.Sha256, hash.ToArray())).GetEncoded());
    }

    /// <summary>The answer to a request as it goes over the wire.</summary>
    public byte[] Answer(byte[] request)
    {
        var asked = new TimeStampRequest(request);
        var generator = new TimeStampResponseGenerator(Generator(), TspAlgorithms.Allowed);
        return generator.Generate(asked, BigInteger.ValueOf(_serial++), Time.UtcDateTime).GetEncoded();
    }

    private TimeStampToken Token(TimeStampRequest request) =>
        Generator().Generate(request, BigInteger.ValueOf(_serial++), Time.UtcDateTime);

    private TimeStampTokenGenerator Generator()
    {
        var own = DotNetUtilities.FromX509Certificate(certificate);
        var generator = new TimeStampTokenGenerator(DotNetUtilities.GetRsaKeyPair(key).Private, own, TspAlgorithms.Sha256, "1.2.3.4.1");
        generator.SetCertificates(CollectionUtilities.CreateStore([own, DotNetUtilities.FromX509Certificate(issuer)]));
        return generator;
    }
}
