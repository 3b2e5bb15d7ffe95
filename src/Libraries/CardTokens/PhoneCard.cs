using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DoanKet.CardTokens;

/// <summary>
/// A card on a phone: what the phone gets, once, to show a new code every <see cref="StepMinutes"/> minutes without a network, so that a
/// picture of the screen is soon worth nothing.
/// </summary>
/// <remarks>
/// A chain of hashes (L. Lamport, 1981; RFC 2289): the phone gets a random-looking <see cref="Seed"/>; hashed <see cref="Steps"/> times it
/// is the anchor, which is signed. In each step the phone shows the value one hash further back. Whoever sees it hashes it forward to the
/// anchor, and can't go back to the next one. A hash is the first 16 bytes of SHA-256 of the 16 bytes before.
/// </remarks>
/// <param name="Head">Shape, code, first step, anchor and signature, in hexadecimal: the beginning of all codes that are shown.</param>
/// <param name="Seed">16 bytes in hexadecimal; whoever has it can show the card until it ends.</param>
/// <param name="From">Beginning of the first step, UTC.</param>
public sealed record PhoneCard(string Head, string Seed, DateTime From)
{
    /// <summary>Minutes for which one code is shown.</summary>
    public const int StepMinutes = 5;

    /// <summary>Days until the phone has to be online again.</summary>
    public const int Days = 14;

    /// <summary>Codes from the first to the last.</summary>
    public const int Steps = Days * 24 * 60 / StepMinutes;

    internal const int HashBytes = 16,
        SaidBytes = 1 + CardCode.Bytes + 4 + HashBytes;

    internal const byte Shape = 2;

    private static readonly DateTime FirstMoment = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The code as the phone makes it: of the step at an instant, for the end of an address.</summary>
    /// <returns>Null before the first step and after the last.</returns>
    public string? At(DateTime now)
    {
        var step = (int)Math.Floor((now - From).TotalMinutes / StepMinutes);
        if (step is < 0 or >= Steps)
            return null;
        var link = Forward(Convert.FromHexString(Seed), Steps - 1 - step);
        return Base32.Write([.. Convert.FromHexString(Head), (byte)(step >> 8), (byte)step, .. link]);
    }

    internal static PhoneCard New(string code, DateTime now, byte[] secret, Func<byte[], byte[]> sign)
    {
        var step = StepOf(now);
        if (!Base32.TryRead(code, out var codeBytes) || codeBytes.Length != CardCode.Bytes)
            throw new ArgumentException($"'{code}' is no code of a card.");
        var seed = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"doanket.phone.1\n{code}\n{step}"))[..HashBytes];
        var said = new byte[SaidBytes];
        said[0] = Shape;
        codeBytes.CopyTo(said, 1);
        BinaryPrimitives.WriteInt32BigEndian(said.AsSpan(1 + CardCode.Bytes), step);
        Forward(seed, Steps).CopyTo(said, SaidBytes - HashBytes);
        return new(Convert.ToHexString([.. said, .. sign(said)]), Convert.ToHexString(seed), MomentOf(step));
    }

    /// <summary>Steps since the beginning of 2020.</summary>
    internal static int StepOf(DateTime moment) => (int)((moment - FirstMoment).TotalMinutes / StepMinutes);

    internal static DateTime MomentOf(int step) => FirstMoment.AddMinutes((double)step * StepMinutes);

    internal static byte[] Forward(byte[] link, int times)
    {
        for (var i = 0; i < times; i++)
            link = SHA256.HashData(link)[..HashBytes];
        return link;
    }
}

/// <summary>What a phone shows, once its signature and its chain were found right.</summary>
/// <param name="From">Beginning of the minutes for which it is shown, UTC.</param>
public sealed record PhoneToken(string Code, DateTime From)
{
    /// <summary>Minutes by which a phone's clock may be wrong, and which it takes to hold it out.</summary>
    private const int Slack = 3;

    /// <summary>Shown now, and no picture of an earlier screen.</summary>
    public bool IsFresh(DateTime now) => now >= From.AddMinutes(-Slack) && now < From.AddMinutes(PhoneCard.StepMinutes + Slack);
}
