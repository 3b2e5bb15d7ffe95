using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoanKet.Modules.Documents.Scanning;

/// <summary>
/// Takes in what the scanners wrote, each file as a document that waits for the book. A file is put away only after its document stands, so
/// a kill loses none; one that was taken in and could not be put away is known again by its name, content and time.
/// </summary>
internal sealed class TakeInScans(
    UnionDb db,
    Work work,
    FileVault vault,
    ReceivePapers receive,
    IOptions<ScannerOptions> options,
    TimeProvider time,
    ILogger<TakeInScans> log
) : IJobHandler
{
    public const string Name = "documents.scanner";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        foreach (var (code, path) in options.Value.Folders)
        {
            var unitId = await db.Set<Unit>().Where(u => u.Code == code && u.ClosedOutAt == null).Select(u => u.Id).FirstOrDefaultAsync(ct);
            if (unitId == default || !Directory.Exists(path))
            {
                log.NoScannerFolder(code, path);
                continue;
            }
            await TakeInAsync(unitId, new ScannedFolder(path), ct);
        }
    }

    private async Task TakeInAsync(Guid unitId, ScannedFolder folder, CancellationToken ct)
    {
        foreach (var file in folder.FilesAtRest(time.UtcDateTime().AddSeconds(-options.Value.RestSeconds)))
        {
            ct.ThrowIfCancellationRequested();
            if (file.Length == 0 || file.Length > vault.MaxBytes)
            {
                log.ScanRefused(file.FullName, file.Length);
                ScannedFolder.Refuse(file);
                continue;
            }
            try
            {
                // The rest has as little room or as little right: it waits for the next round.
                if (!await TakeInFileAsync(unitId, file, ct))
                    return;
                ScannedFolder.PutAway(file, time.UtcDateTime());
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                log.ScanNotMoved(file.FullName, error.Message);
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>False when the file could not be kept.</summary>
    private async Task<bool> TakeInFileAsync(Guid unitId, FileInfo file, CancellationToken ct)
    {
        await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.None);
        var kept = await vault.SaveAsync(stream, ct);
        if (!kept.Ok)
        {
            log.ScanNotKept(file.FullName, kept.Message);
            return false;
        }
        var upload = new UploadedFile(kept.Value, file.Name);
        if (await IsTakenInAsync(unitId, upload, file.LastWriteTimeUtc, ct))
            return true;
        await work.RunAsync(
            () =>
            {
                receive.Add(unitId, [upload], TimeSpan.Zero);
                return Task.FromResult(Result.Success);
            },
            ct
        );
        return true;
    }

    private Task<bool> IsTakenInAsync(Guid unitId, UploadedFile upload, DateTime writtenAt, CancellationToken ct)
    {
        var (sha256, name) = (upload.File.Sha256, ContentWriter.NameOf(upload));
        var incoming = db.Incoming;
        return incoming.AnyAsync(
            d =>
                d.UnitId == unitId
                && d.Source == IncomingSource.Intake
                && d.State != IncomingState.Cancelled
                && d.ReceivedAt >= writtenAt
                && d.Content.Attachments.Any(a => a.Sha256 == sha256 && a.Name == name),
            ct
        );
    }
}
