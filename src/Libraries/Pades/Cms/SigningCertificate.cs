using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades.Cms;

internal enum CertificateBinding
{
    /// <summary>Another certificate with the same key could be put in the place of the signer's.</summary>
    Absent,
    Right,

    /// <summary>The signature names another certificate than the one it comes with.</summary>
    Wrong,
}

/// <summary>Whether the signature itself says with which certificate it was made (RFC 5035).</summary>
internal static class SigningCertificate
{
    public static CertificateBinding Check(SignedDataReader data, X509Certificate2 signer)
    {
        try
        {
            if (data.SignedAttribute(Oids.SigningCertificateV2) is { } second)
                return Compare(second, signer, isVersion2: true);
            return data.SignedAttribute(Oids.SigningCertificate) is { } first
                ? Compare(first, signer, isVersion2: false)
                : CertificateBinding.Absent;
        }
        catch (AsnContentException)
        {
            return CertificateBinding.Wrong;
        }
    }

    private static CertificateBinding Compare(ReadOnlyMemory<byte> attribute, X509Certificate2 signer, bool isVersion2)
    {
        var identifier = new AsnReader(attribute, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
        HashAlgorithmName? hash = isVersion2 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        if (isVersion2 && identifier.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
            hash = Digests.ByOid(identifier.ReadSequence().ReadObjectIdentifier());
        var stated = identifier.ReadOctetString();
        return hash is { } name && Digests.Hash(name, signer.RawData).AsSpan().SequenceEqual(stated)
            ? CertificateBinding.Right
            : CertificateBinding.Wrong;
    }
}
