using System.Security.Cryptography;
using System.Text.Json;
using DoanKet.Kernel.Settings;

namespace DoanKet.Kernel.Audit;

/// <summary>The secret with which entries are sealed, and the first entry that was sealed with it; older ones carry a plain hash.</summary>
internal sealed record SealKey(byte[] Key, long From);

/// <summary>
/// Keeps the secret of the audit log in the folder of keys, apart from the database: whoever can write the database alone can't seal what
/// was forged. Made at the first entry, never changed.
/// </summary>
public sealed class AuditSeal(DataFolder data)
{
    private readonly Lock _gate = new();
    private SealKey? _known;

    private string PathOfKey => Path.Combine(data.Keys, "audit-seal.json");

    /// <summary>Null before the first entry of this version.</summary>
    internal SealKey? Find()
    {
        lock (_gate)
            return _known ??= File.Exists(PathOfKey) ? JsonSerializer.Deserialize<SealKey>(File.ReadAllText(PathOfKey)) : null;
    }

    /// <param name="next">Sequence of the entry that is about to be sealed.</param>
    internal SealKey FindOrMake(long next)
    {
        lock (_gate)
        {
            if (Find() is { } known)
                return known;
            var unfinished = PathOfKey + "." + Ids.New().ToString("N");
            File.WriteAllText(unfinished, JsonSerializer.Serialize(new SealKey(RandomNumberGenerator.GetBytes(32), next)));
            try
            {
                File.Move(unfinished, PathOfKey, overwrite: false);
            }
            catch (IOException) when (File.Exists(PathOfKey))
            {
                // Another process with the same folder was quicker; its key counts.
                File.Delete(unfinished);
            }
            return Find()!;
        }
    }
}
