namespace DoanKet.Kernel.Backup;

/// <summary>What a backup holds, as its first entry to be read says: <c>manifest.json</c>.</summary>
/// <param name="Format">Of the archive; this version writes and reads 1.</param>
/// <param name="Schema">Name of the last migration, without its time: the same on both databases.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record BackupManifest(
    int Format,
    string Schema,
    DateTime CreatedAt,
    IReadOnlyList<BackupTable> Tables,
    IReadOnlyList<BackupFile> Files
)
{
    public const int PresentFormat = 1;

    public const string EntryName = "manifest.json";
}

/// <param name="Digest">Of all rows, in any order: see <see cref="RowDigest"/>.</param>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, string Digest);

/// <param name="Path">In the archive and under the data folder.</param>
/// <param name="Sha256">Of the content, hexadecimal.</param>
public sealed record BackupFile(string Path, long Size, string Sha256);
