using System.Buffers;
using System.Security.Cryptography;
using DoanKet.DocumentReading;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoanKet.Kernel.Files;

/// <summary>Takes files in and gives them out. A file is streamed to disk, never held in memory.</summary>
public sealed class FileVault(
    IBlobStore blobs,
    IServiceScopeFactory scopes,
    DataFolder data,
    IOptions<Settings.FileOptions> options,
    TimeProvider time,
    ILogger<FileVault> log
)
{
    public long MaxBytes => options.Value.MaxBytes;

    /// <summary>Keeps a file; the failures a person can cause (too large, empty, disk full) are values.</summary>
    public async Task<Result<StoredFile>> SaveAsync(Stream content, CancellationToken ct)
    {
        var path = Path.Combine(data.Temporary, Ids.New().ToString("N"));
        try
        {
            var (sha256, size) = await CopyAsync(content, path, ct);
            if (size > MaxBytes)
                return Result<StoredFile>.Fail(
                    $"Tệp lớn hơn {options.Value.MaxMegabytes} MB. Hãy nén nhỏ, quét ở 200 dpi hoặc tách thành nhiều tệp."
                );
            if (size == 0)
                return Result<StoredFile>.Fail("Tệp rỗng (0 byte). Hãy chọn lại tệp.");
            FileKind kind;
            await using (var head = File.OpenRead(path))
                kind = FileSniffer.Detect(head);
            var file = new StoredFile
            {
                Sha256 = sha256,
                Size = size,
                MediaType = kind.MediaType,
                Extension = kind.Extension,
                CreatedAt = time.UtcDateTime(),
            };
            await blobs.PutAsync(path, sha256, ct);
            await KeepRowAsync(file, ct);
            return file;
        }
        catch (IOException error)
        {
            log.NotKept(error.GetBaseException().Message);
            return Result<StoredFile>.Fail(
                (
                    error switch
                    {
                        FileStoreUnavailableException => "Không ghi được tệp: kho tệp không trả lời.",
                        _ when DiskSpace.IsUsedUp(error) => "Không ghi được tệp: ổ đĩa của máy chủ đã đầy.",
                        _ => "Không ghi được tệp vào kho của máy chủ.",
                    }
                ) + " Chưa có gì bị mất; hãy báo quản trị rồi thử lại."
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    public Task<Stream> OpenAsync(string sha256, CancellationToken ct) => blobs.OpenAsync(sha256, ct);

    private async Task<(string Sha256, long Size)> CopyAsync(Stream content, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            1,
            System.IO.FileOptions.Asynchronous
        );
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            long size = 0;
            for (int read; size <= MaxBytes && (read = await content.ReadAsync(buffer, ct)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            target.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>In its own short transaction: content without a document is harmless, a document without content is not.</summary>
    private async Task KeepRowAsync(StoredFile file, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        if (await db.Set<StoredFile>().AnyAsync(f => f.Sha256 == file.Sha256, ct))
            return;
        try
        {
            db.Add(file);
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException error) when (db.Dialect.IsDuplicate(error))
        {
            log.LogDebug("Two people kept file {Sha256} at the same moment", file.Sha256);
        }
    }
}
