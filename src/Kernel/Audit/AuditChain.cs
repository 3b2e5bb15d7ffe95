using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DoanKet.Kernel.Audit;

/// <summary>How entries are sealed to each other.</summary>
internal static class AuditChain
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <param name="key">Null where no entry was sealed with a secret yet.</param>
    public static string Seal(string previousHash, AuditEntry entry, SealKey? key)
    {
        List<string> parts =
        [
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            Stamp(entry.At).ToString(CultureInfo.InvariantCulture),
            entry.AccountId?.ToString() ?? "",
            entry.Actor,
            entry.Action,
            entry.SubjectId?.ToString() ?? "",
            entry.Text,
        ];
        var isKeyed = key is not null && entry.Sequence >= key.From;
        if (isKeyed)
            parts.Add(entry.UnitId?.ToString() ?? "");
        // Lengths stand before the texts, so that no two different entries write the same bytes.
        var text = new StringBuilder(previousHash);
        foreach (var part in parts)
            text.Append('|').Append(part.Length).Append(':').Append(part);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return Convert.ToHexStringLower(isKeyed ? HMACSHA256.HashData(key!.Key, bytes) : SHA256.HashData(bytes));
    }

    /// <summary>Microseconds: all that PostgreSQL keeps of an instant.</summary>
    private static long Stamp(DateTime at) => at.Ticks / TimeSpan.TicksPerMicrosecond;
}
