using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>A key that the system opens by its certificate: from a file, or from the store of certificates.</summary>
public abstract class CertificateKey : ISigningKey
{
    private readonly RSA? _rsa;
    private readonly ECDsa? _ecdsa;
    private readonly IReadOnlyList<X509Certificate2> _certificates;

    /// <param name="certificates">The key's own first, with the key.</param>
    private protected CertificateKey(IReadOnlyList<X509Certificate2> certificates, bool usePss)
    {
        _certificates = certificates;
        _rsa = certificates[0].GetRSAPrivateKey();
        _ecdsa = certificates[0].GetECDsaPrivateKey();
        if (_rsa is null && _ecdsa is null)
            throw new PdfRefusedException(PdfRefusal.Key, "The key is neither RSA nor ECDSA.");
        Scheme =
            _rsa is null ? SignatureScheme.Ecdsa
            : usePss ? SignatureScheme.RsaPss
            : SignatureScheme.RsaPkcs1;
        Hash = KeyDescription.HashFor(_ecdsa);
    }

    public IReadOnlyList<X509Certificate2> Certificates => _certificates;

    public SignatureScheme Scheme { get; }

    public HashAlgorithmName Hash { get; }

    /// <inheritdoc/>
    public Task<byte[]> SignHashAsync(ReadOnlyMemory<byte> hash, CancellationToken ct = default)
    {
        try
        {
            var padding = Scheme == SignatureScheme.RsaPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
            var signature = _ecdsa?.SignHash(hash.Span, DSASignatureFormat.Rfc3279DerSequence) ?? _rsa!.SignHash(hash.Span, Hash, padding);
            return Task.FromResult(signature);
        }
        catch (CryptographicException failure)
        {
            // A card that was taken out, or an owner who gave no PIN.
            throw new PdfRefusedException(PdfRefusal.Key, $"The key does not sign: {failure.Message}");
        }
    }

    public void Dispose()
    {
        _rsa?.Dispose();
        _ecdsa?.Dispose();
        foreach (var certificate in _certificates)
            certificate.Dispose();
        GC.SuppressFinalize(this);
    }
}
