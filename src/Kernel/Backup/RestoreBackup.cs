using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Backup;

/// <summary>
/// Puts a backup into an empty place, on either database: the way back after a loss, and the way of those who outgrow one machine.
/// Everything is compared with the manifest before the database commits; a backup with a flipped byte is refused.
/// </summary>
public sealed class RestoreBackup(
    UnionDb db,
    DataFolder data,
    DatabaseOptions database,
    IBlobStore blobs,
    IEnumerable<IRebuildDerived> derived
)
{
    public async Task<Result<BackupManifest>> HandleAsync(string path, CancellationToken ct)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var entry = archive.GetEntry(BackupManifest.EntryName);
            if (entry is null)
                return Result<BackupManifest>.Fail("Tệp này không phải bản sao lưu của Đoàn Kết, hoặc bản sao lưu chưa ghi xong.");
            BackupManifest manifest;
            await using (var stream = entry.Open())
                manifest =
                    await JsonSerializer.DeserializeAsync<BackupManifest>(stream, cancellationToken: ct)
                    ?? throw new InvalidDataException("The manifest is empty.");
            if (await RefusalAsync(archive, manifest, ct) is { } refusal)
                return Result<BackupManifest>.Fail(refusal);
            await RestoreAsync(archive, manifest, ct);
            return manifest;
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException)
        {
            return Result<BackupManifest>.Fail($"Bản sao lưu bị hỏng: {broken.Message} Hãy dùng bản khác.");
        }
    }

    private async Task<string?> RefusalAsync(ZipArchive archive, BackupManifest manifest, CancellationToken ct)
    {
        if (manifest.Format != BackupManifest.PresentFormat)
            return $"Bản sao lưu có định dạng {manifest.Format}; phiên bản này chỉ đọc định dạng {BackupManifest.PresentFormat}.";
        var present = WriteBackup.SchemaOf(db.Database.GetMigrations().Last());
        if (manifest.Schema != present)
            return $"Bản sao lưu được tạo bởi phiên bản có cấu trúc {manifest.Schema}; chương trình này có {present}. Hãy khôi phục bằng "
                + "đúng phiên bản đó rồi nâng cấp.";
        if (await db.Database.CanConnectAsync(ct) && (await db.Database.GetAppliedMigrationsAsync(ct)).Any())
            return "Nơi khôi phục đã có dữ liệu. Hãy chọn thư mục (và cơ sở dữ liệu) trống.";
        if (Directory.EnumerateFileSystemEntries(data.Keys).Any())
            return "Thư mục dữ liệu đã có khóa của một cơ sở khác. Hãy chọn thư mục trống.";
        foreach (var file in manifest.Files)
            if (archive.GetEntry(file.Path) is not { } entry || entry.Length != file.Size || await HashAsync(entry, ct) != file.Sha256)
                return Broken(file.Path);
        foreach (var table in manifest.Tables)
            if (
                archive.GetEntry(WriteBackup.EntryOf(table.Name)) is not { } entry
                || await DigestAsync(entry, ct) != (table.Rows, table.Digest)
            )
                return Broken(table.Name);
        return null;

        static string Broken(string part) => $"Bản sao lưu bị hỏng: {part} không còn như khi ghi. Hãy dùng bản khác.";
    }

    private async Task RestoreAsync(ZipArchive archive, BackupManifest manifest, CancellationToken ct)
    {
        foreach (var file in manifest.Files)
            await PlaceAsync(archive.GetEntry(file.Path)!, file, ct);
        await db.Database.MigrateAsync(ct);
        data.ProtectDatabase();
        await db.Dialect.CreateSearchAsync(db, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Dialect.BeginRestoreAsync(db, ct);
        var tables = TableRows.All(db);
        foreach (var table in tables)
            await InsertAsync(archive, table, manifest, ct);
        foreach (var table in tables)
            await CompareAsync(table, manifest, ct);
        foreach (var rebuild in derived)
            await rebuild.RebuildAsync(ct);
        await db.Dialect.EndRestoreAsync(db, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task PlaceAsync(ZipArchiveEntry entry, BackupFile file, CancellationToken ct)
    {
        if (file.Path.StartsWith("files/", StringComparison.Ordinal))
        {
            var temporary = Path.Combine(data.Temporary, Ids.New().ToString("N"));
            await entry.ExtractToFileAsync(temporary, ct);
            await blobs.PutAsync(temporary, file.Sha256, ct);
            return;
        }
        // Only what a backup writes: an archive from elsewhere must not reach out of the folder.
        var target = file.Path == "settings.json" ? SettingsPath : Path.Combine(data.Keys, Path.GetFileName(file.Path));
        await entry.ExtractToFileAsync(target, overwrite: true, ct);
    }

    /// <summary>Settings that lead to another kind of database are laid beside, for a person to take over.</summary>
    private string SettingsPath => Path.Combine(data.Path, database.IsPostgreSql ? "settings.from-backup.json" : "settings.json");

    private static async Task InsertAsync(ZipArchive archive, TableRows table, BackupManifest manifest, CancellationToken ct)
    {
        var written =
            manifest.Tables.FirstOrDefault(t => t.Name == table.Name) ?? throw new InvalidDataException($"Thiếu bảng {table.Name}.");
        if (!written.Columns.SequenceEqual(table.Columns))
            throw new InvalidDataException($"Bảng {table.Name} có các cột khác.");
        await using var entry = (
            archive.GetEntry(WriteBackup.EntryOf(table.Name)) ?? throw new InvalidDataException($"Thiếu bảng {table.Name}.")
        ).Open();
        using var reader = new StreamReader(entry, Encoding.UTF8);
        await table.InsertAsync(Lines(reader), ct);
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>What the database now holds, read back from it.</summary>
    private static async Task CompareAsync(TableRows table, BackupManifest manifest, CancellationToken ct)
    {
        var (written, present) = (manifest.Tables.First(t => t.Name == table.Name), await table.DigestAsync(null, ct));
        if (present.Rows != written.Rows || present.Digest != written.Digest)
            throw new InvalidDataException($"Bảng {table.Name} không còn như khi ghi ({present.Rows} trên {written.Rows} dòng).");
    }

    private static async Task<(long Rows, string Digest)> DigestAsync(ZipArchiveEntry entry, CancellationToken ct)
    {
        await using var content = entry.Open();
        using var reader = new StreamReader(content, Encoding.UTF8);
        var digest = new RowDigest();
        while (await reader.ReadLineAsync(ct) is { } line)
            digest.Add(line);
        return (digest.Rows, digest.ToString());
    }

    private static async Task<string> HashAsync(ZipArchiveEntry entry, CancellationToken ct)
    {
        await using var content = entry.Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}
