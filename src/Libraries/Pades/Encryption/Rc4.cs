using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace DoanKet.Pades.Encryption;

/// <summary>
/// The cipher of encrypted files up to PDF 1.5. It protects nothing any more, but files have it, and what is appended to them must.
/// </summary>
internal static class Rc4
{
    public static byte[] Apply(byte[] key, ReadOnlySpan<byte> bytes)
    {
        var engine = new RC4Engine();
        engine.Init(true, new KeyParameter(key));
        var output = new byte[bytes.Length];
        engine.ProcessBytes(bytes, output);
        return output;
    }
}
