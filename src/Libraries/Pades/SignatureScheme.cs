namespace DoanKet.Pades;

/// <summary>How a key signs a hash.</summary>
public enum SignatureScheme
{
    /// <summary>RSASSA-PKCS1-v1_5: what most tokens in use can do.</summary>
    RsaPkcs1,

    /// <summary>RSASSA-PSS with MGF1, both with the signature's hash, and a salt as long as it.</summary>
    RsaPss,

    /// <summary>ECDSA; the value is the DER sequence of r and s.</summary>
    Ecdsa,
}
