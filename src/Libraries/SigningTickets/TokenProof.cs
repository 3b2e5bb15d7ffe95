using System.Text;

namespace DoanKet.SigningTickets;

/// <summary>
/// What a token signs to show that its key is there. Begins with words of its own, so that it is never the beginning of anything else that
/// is signed.
/// </summary>
public static class TokenProof
{
    public static byte[] Message(string server, Guid job, ReadOnlySpan<byte> certificate) =>
        [.. Encoding.UTF8.GetBytes($"doanket.token.1\n{server}\n{job:D}\n"), .. certificate];
}
