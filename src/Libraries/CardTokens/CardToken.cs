using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace DoanKet.CardTokens;

/// <summary>What the QR code of a card says, before it is signed: nothing of the person.</summary>
/// <param name="Code">See <see cref="CardCode"/>.</param>
/// <param name="IssuedOn">From 2020 to 2199.</param>
public sealed record CardToken(string Code, DateOnly IssuedOn)
{
    /// <summary>First byte of a token, for a later change of its shape.</summary>
    private const byte Shape = 1;

    internal const int Bytes = 1 + CardCode.Bytes + 2;

    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    /// <summary>Shape, code, and the day counted from 1 January 2020 in two bytes, high one first.</summary>
    internal byte[] ToBytes()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(IssuedOn, FirstDay);
        if (!Base32.TryRead(Code, out var code) || code.Length != CardCode.Bytes)
            throw new ArgumentException($"'{Code}' is no code of a card.");
        var bytes = new byte[Bytes];
        bytes[0] = Shape;
        code.CopyTo(bytes, 1);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1 + CardCode.Bytes), checked((ushort)(IssuedOn.DayNumber - FirstDay.DayNumber)));
        return bytes;
    }

    internal static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out CardToken? token)
    {
        token = null;
        if (bytes.Length != Bytes || bytes[0] != Shape)
            return false;
        var day = BinaryPrimitives.ReadUInt16BigEndian(bytes[(1 + CardCode.Bytes)..]);
        token = new(Base32.Write(bytes.Slice(1, CardCode.Bytes)), FirstDay.AddDays(day));
        return true;
    }
}
