using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DoanKet.Kernel.Audit;

/// <summary>How entries are sealed to each other.</summary>
internal static class AuditChain
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    public static string Seal(string previousHash, AuditEntry entry)
    {
        // Lengths stand before the texts, so that no two different entries write the same bytes.
        var text = new StringBuilder(previousHash);
        foreach (var part in (ReadOnlySpan<string>)[
            entry.Sequence.ToString(CultureInfo.InvariantCulture), Stamp(entry.At).ToString(CultureInfo.InvariantCulture),
            entry.AccountId?.ToString() ?? "", entry.Actor, entry.Action, entry.SubjectId?.ToString() ?? "", entry.Text])
            text.Append('|').Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Microseconds: all that PostgreSQL keeps of an instant.</summary>
    private static long Stamp(DateTime at) => at.Ticks / TimeSpan.TicksPerMicrosecond;
}
