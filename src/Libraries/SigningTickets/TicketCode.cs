using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DoanKet.SigningTickets;

/// <summary>
/// The code in a link: made from the job, its attempt and the minute, so that a page may show it as often as it likes and nothing has to
/// be kept. That it is used once is the job's own state.
/// </summary>
public sealed class TicketCode
{
    private const int Length = 18;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly byte[] _secret;

    /// <param name="secret">Of the server, 32 bytes.</param>
    public TicketCode(ReadOnlySpan<byte> secret) =>
        _secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.ToArray(), 32, info: "doanket.ticket.code"u8.ToArray());

    public string For(Guid job, int attempt, DateTimeOffset now) => Of(job, attempt, Minute(now));

    /// <summary>Of this minute or the one before.</summary>
    public bool IsRight(Guid job, int attempt, string code, DateTimeOffset now) =>
        IsSame(code, Of(job, attempt, Minute(now))) | IsSame(code, Of(job, attempt, Minute(now) - 1));

    internal static bool IsOne(string code) =>
        code.Length == Length * 4 / 3 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private string Of(Guid job, int attempt, long minute) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_secret, Encoding.ASCII.GetBytes($"{job:D}/{attempt}/{minute}")).AsSpan(0, Length));

    private static long Minute(DateTimeOffset now) => now.ToUnixTimeSeconds() / (long)Window.TotalSeconds;

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
