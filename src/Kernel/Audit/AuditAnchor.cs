using System.Globalization;
using DoanKet.Kernel.Settings;
using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel.Audit;

/// <summary>How long the log was and how its last entry was sealed.</summary>
public sealed record AuditMark(long Entries, string Hash);

/// <summary>
/// Remembers outside the database how far the audit log had come: entries cut off at its end, or all of them, would leave a chain that is
/// whole. Written after each commit, so it may be behind after a kill, never ahead.
/// </summary>
public sealed class AuditAnchor(DataFolder data, ILogger<AuditAnchor> log)
{
    private readonly Lock _gate = new();

    private string PathOfMark => Path.Combine(data.Keys, "audit-anchor");

    /// <summary>Null before the first entry.</summary>
    public AuditMark? Read()
    {
        if (!File.Exists(PathOfMark))
            return null;
        return
            File.ReadAllText(PathOfMark).Split(' ') is [var entries, var hash]
            && long.TryParse(entries, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(count, hash.Trim())
            // Something else stands there: as if the log had been cut.
            : new(long.MaxValue, "");
    }

    internal void Advance(AuditMark mark)
    {
        try
        {
            lock (_gate)
            {
                if (Read() is { } before && before.Entries >= mark.Entries)
                    return;
                var unfinished = PathOfMark + ".new";
                File.WriteAllText(unfinished, string.Create(CultureInfo.InvariantCulture, $"{mark.Entries} {mark.Hash}"));
                File.Move(unfinished, PathOfMark, overwrite: true);
            }
        }
        catch (IOException error)
        {
            // The act is done and kept; the next one advances the anchor again.
            log.AnchorNotWritten(error);
        }
    }
}
