using Org.BouncyCastle.Security;

namespace DoanKet.Pades.Encryption;

/// <summary>MD5, of which the keys of encrypted files up to PDF 1.7 are made (ISO 32000-2, 7.6.4). It proves nothing.</summary>
internal static class LegacyHash
{
    public static byte[] Md5(byte[] bytes) => DigestUtilities.CalculateDigest("MD5", bytes);
}
