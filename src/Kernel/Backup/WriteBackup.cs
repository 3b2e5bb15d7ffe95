using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Backup;

/// <param name="Problems">What could not be put into it, in words; empty when the backup is whole.</param>
public sealed record WrittenBackup(BackupManifest Manifest, IReadOnlyList<string> Problems);

/// <summary>
/// Writes all state into one archive while the program runs: keys and settings first, then one unchanging state of the database, then the
/// files that it names. Files are never changed or deleted, so those of that state are there whenever they are read.
/// </summary>
public sealed class WriteBackup(UnionDb db, DataFolder data, IBlobStore blobs, TimeProvider time)
{
    /// <exception cref="IOException">The archive could not be written; nothing is left of it.</exception>
    public async Task<WrittenBackup> HandleAsync(string path, CancellationToken ct)
    {
        var unfinished = path + ".partial";
        try
        {
            WrittenBackup written;
            await using (var target = new FileStream(unfinished, OwnFile))
            using (var archive = new ZipArchive(target, ZipArchiveMode.Create))
                written = await WriteAsync(archive, ct);
            File.Move(unfinished, path, overwrite: false);
            return written;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>It holds the keys: for whoever makes it, and nobody else on this machine.</summary>
    private static FileStreamOptions OwnFile
    {
        get
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
            };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }
    }

    private async Task<WrittenBackup> WriteAsync(ZipArchive archive, CancellationToken ct)
    {
        List<BackupFile> files = [];
        List<string> problems = [];
        foreach (var file in Directory.EnumerateFiles(data.Keys).Append(Path.Combine(data.Path, "settings.json")).Where(File.Exists))
            files.Add(
                await CopyAsync(
                    archive,
                    File.OpenRead(file),
                    Path.GetRelativePath(data.Path, file).Replace('\\', '/'),
                    CompressionLevel.Optimal,
                    ct
                )
            );
        List<BackupTable> tables = [];
        List<string> hashes;
        await using (await db.Dialect.BeginSnapshotAsync(db, ct))
        {
            foreach (var table in TableRows.All(db))
                tables.Add(await WriteTableAsync(archive, table, ct));
            hashes = await db.Set<StoredFile>().AsNoTracking().Select(f => f.Sha256).ToListAsync(ct);
        }
        foreach (var sha256 in hashes)
        {
            try
            {
                var file = await CopyAsync(
                    archive,
                    await blobs.OpenAsync(sha256, ct),
                    $"files/{sha256[..2]}/{sha256}",
                    CompressionLevel.Fastest,
                    ct
                );
                files.Add(file);
                if (file.Sha256 != sha256)
                    problems.Add($"Nội dung tệp {sha256} đã hỏng trong kho.");
            }
            catch (FileNotFoundException)
            {
                problems.Add($"Tệp {sha256} không còn trong kho.");
            }
        }
        var manifest = new BackupManifest(BackupManifest.PresentFormat, await SchemaAsync(db, ct), time.UtcDateTime(), tables, files);
        await using (var entry = archive.CreateEntry(BackupManifest.EntryName).Open())
            await JsonSerializer.SerializeAsync(entry, manifest, cancellationToken: ct);
        return new(manifest, problems);
    }

    internal static async Task<string> SchemaAsync(UnionDb db, CancellationToken ct) =>
        SchemaOf((await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? "");

    /// <summary>"20261124184423_ReachJobsSessions" without its time.</summary>
    internal static string SchemaOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    internal static string EntryOf(string table) => $"tables/{table}.jsonl";

    private static async Task<BackupTable> WriteTableAsync(ZipArchive archive, TableRows table, CancellationToken ct)
    {
        await using var entry = archive.CreateEntry(EntryOf(table.Name), CompressionLevel.Fastest).Open();
        await using var writer = new StreamWriter(entry, new UTF8Encoding(false));
        return await table.DigestAsync(
            async line =>
            {
                await writer.WriteAsync(line);
                await writer.WriteAsync('\n');
            },
            ct
        );
    }

    private static async Task<BackupFile> CopyAsync(
        ZipArchive archive,
        Stream source,
        string path,
        CompressionLevel level,
        CancellationToken ct
    )
    {
        await using var content = source;
        await using var entry = archive.CreateEntry(path, level).Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return new(path, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
