using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace DoanKet.Pades.Cms;

/// <summary>How a signature's value was made, as its SignerInfo says.</summary>
/// <param name="SaltLength">In bytes, of PSS.</param>
internal sealed record SignatureMethod(SignatureScheme Scheme, HashAlgorithmName Hash, HashAlgorithmName MaskHash, int SaltLength)
{
    /// <summary>As standards write it: "RSASSA-PSS, SHA-256".</summary>
    public string Name =>
        Scheme switch
        {
            SignatureScheme.RsaPss => "RSASSA-PSS, ",
            SignatureScheme.Ecdsa => "ECDSA, ",
            _ => "RSASSA-PKCS1-v1_5, ",
        } + BouncyName(Hash);

    /// <summary>Null where the algorithm is not known, or disagrees with the hash of the signer.</summary>
    public static SignatureMethod? Of(SignedDataReader data)
    {
        if (data.Hash is not { } hash)
            return null;
        if (data.AlgorithmOid == Oids.Rsa || Digests.ByRsa(data.AlgorithmOid) == hash)
            return new(SignatureScheme.RsaPkcs1, hash, hash, 0);
        if (data.AlgorithmOid == Oids.EcPublicKey || Digests.ByEcdsa(data.AlgorithmOid) == hash)
            return new(SignatureScheme.Ecdsa, hash, hash, 0);
        return data.AlgorithmOid == Oids.RsaPss && data.AlgorithmParameters is { } parameters ? ReadPss(parameters, hash) : null;
    }

    /// <summary>RFC 4055, 3.1. What is absent is SHA-1, and a salt of 20 bytes.</summary>
    private static SignatureMethod? ReadPss(ReadOnlyMemory<byte> encoded, HashAlgorithmName expected)
    {
        try
        {
            var parameters = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
            HashAlgorithmName? hash = HashAlgorithmName.SHA1;
            HashAlgorithmName? mask = HashAlgorithmName.SHA1;
            var salt = 20;
            if (Next(parameters, 0) is { } hashReader)
                hash = Digests.ByOid(hashReader.ReadSequence().ReadObjectIdentifier());
            if (Next(parameters, 1) is { } maskReader)
            {
                var generator = maskReader.ReadSequence();
                if (generator.ReadObjectIdentifier() != Oids.Mgf1)
                    return null;
                mask = Digests.ByOid(generator.ReadSequence().ReadObjectIdentifier());
            }
            if (Next(parameters, 2) is { } saltReader && !saltReader.TryReadInt32(out salt))
                return null;
            return hash == expected && mask is { } maskHash && salt is >= 0 and <= 1024
                ? new(SignatureScheme.RsaPss, expected, maskHash, salt)
                : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static AsnReader? Next(AsnReader parameters, int tag)
    {
        var expected = new Asn1Tag(TagClass.ContextSpecific, tag);
        return parameters.HasData && parameters.PeekTag().HasSameClassAndValue(expected) ? parameters.ReadSequence(expected) : null;
    }

    public bool IsRight(X509Certificate2 certificate, byte[] hash, byte[] signature)
    {
        try
        {
            return Scheme == SignatureScheme.Ecdsa ? IsRightEcdsa(certificate, hash, signature) : IsRightRsa(certificate, hash, signature);
        }
        catch (Exception failure) when (failure is CryptographicException or PlatformNotSupportedException or SecurityUtilityException)
        {
            return false;
        }
    }

    private static bool IsRightEcdsa(X509Certificate2 certificate, byte[] hash, byte[] signature)
    {
        using var key = certificate.GetECDsaPublicKey();
        return key?.VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence) == true;
    }

    private bool IsRightRsa(X509Certificate2 certificate, byte[] hash, byte[] signature)
    {
        using var key = certificate.GetRSAPublicKey();
        if (key is null)
            return false;
        if (Scheme == SignatureScheme.RsaPkcs1)
            return key.VerifyHash(hash, signature, Hash, RSASignaturePadding.Pkcs1);
        var isUsual = MaskHash == Hash && SaltLength == hash.Length;
        return isUsual ? key.VerifyHash(hash, signature, Hash, RSASignaturePadding.Pss) : IsRightUnusualPss(key, hash, signature);
    }

    /// <summary>Another salt or another hash in the mask: .NET does not verify that.</summary>
    private bool IsRightUnusualPss(RSA key, byte[] hash, byte[] signature)
    {
        var content = new NullDigest();
        var signer = new PssSigner(new RsaBlindedEngine(), content, DigestUtilities.GetDigest(BouncyName(MaskHash)), SaltLength);
        signer.Init(false, DotNetUtilities.GetRsaPublicKey(key));
        signer.BlockUpdate(hash, 0, hash.Length);
        return signer.VerifySignature(signature);
    }

    private static string BouncyName(HashAlgorithmName name) =>
        name.Name!.StartsWith("SHA3", StringComparison.Ordinal) ? name.Name : name.Name.Replace("SHA", "SHA-", StringComparison.Ordinal);
}
