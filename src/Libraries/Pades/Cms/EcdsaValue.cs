using System.Formats.Asn1;

namespace DoanKet.Pades.Cms;

/// <summary>The two ways to write an ECDSA value: r and s side by side (tokens, XML), or in a sequence (CMS; RFC 3279, 2.2.3).</summary>
internal static class EcdsaValue
{
    public static byte[] ToSequence(ReadOnlySpan<byte> sides)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(TrimZeros(sides[..(sides.Length / 2)]));
            writer.WriteIntegerUnsigned(TrimZeros(sides[(sides.Length / 2)..]));
        }
        return writer.Encode();
    }

    /// <param name="keySize">In bits: each side is as long as the key.</param>
    public static byte[] ToSides(byte[] sequence, int keySize)
    {
        var reader = new AsnReader(sequence, AsnEncodingRules.DER).ReadSequence();
        var side = (keySize + 7) / 8;
        var sides = new byte[2 * side];
        foreach (var end in (int[])[side, 2 * side])
        {
            var number = reader.ReadIntegerBytes().Span.TrimStart((byte)0);
            number.CopyTo(sides.AsSpan(end - number.Length));
        }
        return sides;
    }

    private static ReadOnlySpan<byte> TrimZeros(ReadOnlySpan<byte> number)
    {
        var trimmed = number.TrimStart((byte)0);
        return trimmed.IsEmpty ? number[^1..] : trimmed;
    }
}
