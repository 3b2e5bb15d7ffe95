using System.Security.Cryptography;

namespace DoanKet.Pades.Cms;

/// <summary>The names of hash functions in CMS, alone and with a signature algorithm.</summary>
internal static class Digests
{
    private static readonly (HashAlgorithmName Name, string Oid, string WithRsa, string WithEcdsa)[] All =
    [
        (HashAlgorithmName.SHA256, "2.16.840.1.101.3.4.2.1", "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"),
        (HashAlgorithmName.SHA384, "2.16.840.1.101.3.4.2.2", "1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3"),
        (HashAlgorithmName.SHA512, "2.16.840.1.101.3.4.2.3", "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4"),
        (HashAlgorithmName.SHA3_256, "2.16.840.1.101.3.4.2.8", "2.16.840.1.101.3.4.3.14", "2.16.840.1.101.3.4.3.10"),
        (HashAlgorithmName.SHA3_384, "2.16.840.1.101.3.4.2.9", "2.16.840.1.101.3.4.3.15", "2.16.840.1.101.3.4.3.11"),
        (HashAlgorithmName.SHA3_512, "2.16.840.1.101.3.4.2.10", "2.16.840.1.101.3.4.3.16", "2.16.840.1.101.3.4.3.12"),
        (HashAlgorithmName.SHA1, "1.3.14.3.2.26", "1.2.840.113549.1.1.5", "1.2.840.10045.4.1"),
        (HashAlgorithmName.MD5, "1.2.840.113549.2.5", "1.2.840.113549.1.1.4", ""),
    ];

    public static string Oid(HashAlgorithmName name) => All.First(digest => digest.Name == name).Oid;

    public static string WithEcdsa(HashAlgorithmName name) => All.First(digest => digest.Name == name).WithEcdsa;

    public static HashAlgorithmName? ByOid(string oid) => Find(digest => digest.Oid == oid);

    public static HashAlgorithmName? ByRsa(string oid) => Find(digest => digest.WithRsa == oid);

    public static HashAlgorithmName? ByEcdsa(string oid) => Find(digest => digest.WithEcdsa == oid);

    /// <summary>
    /// Forged documents with the same SHA-1 or MD5 exist: such a signature proves nothing (QCVN and TT 15/2025 ask for SHA-2 or SHA-3).
    /// </summary>
    public static bool IsWeak(HashAlgorithmName name) => name == HashAlgorithmName.SHA1 || name == HashAlgorithmName.MD5;

    public static byte[] Hash(HashAlgorithmName name, ReadOnlySpan<byte> bytes) => CryptographicOperations.HashData(name, bytes);

    private static HashAlgorithmName? Find(Func<(HashAlgorithmName Name, string Oid, string WithRsa, string WithEcdsa), bool> isIt)
    {
        foreach (var digest in All)
            if (isIt(digest))
                return digest.Name;
        return null;
    }
}
