using System.Security.Cryptography;

namespace DoanKet.Testing.Signatures;

/// <summary>
/// Keys that serve in turn: making one takes an eighth of a second of a processor, and tests want hundreds that differ from their
/// neighbours, not new ones.
/// </summary>
internal static class TestKeys
{
    public const int UsualBits = 2048;

    private static readonly Lazy<RSAParameters>[] Made = [.. Enumerable.Range(0, 16).Select(_ => new Lazy<RSAParameters>(Make))];
    private static int _taken;

    public static RSA Rsa(int bits = UsualBits) =>
        bits == UsualBits ? RSA.Create(Made[(uint)Interlocked.Increment(ref _taken) % Made.Length].Value) : RSA.Create(bits);

    private static RSAParameters Make()
    {
        using var key = RSA.Create(UsualBits);
        return key.ExportParameters(includePrivateParameters: true);
    }
}
