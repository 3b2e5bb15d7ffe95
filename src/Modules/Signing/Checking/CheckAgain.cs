using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>Every night, and when other roots are trusted: files whose time has come, and those that were never looked at.</summary>
internal sealed class CheckAgain(
    UnionDb db,
    Work work,
    EventPublisher events,
    CheckKeptFile check,
    IBlobStore blobs,
    TimeProvider time,
    ILogger<CheckAgain> log
) : IJobHandler
{
    public const string Name = SigningJobs.CheckAgain,
        Title = "Kiểm tra lại chữ ký số của các tệp đã lưu",
        Schedule = "40 3 * * *";

    private const int AtOnce = 500;

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var due = check.Due(time.UtcDateTime(), await TrustChangedAtAsync(ct));
        var last = "";
        List<string> worsened = [];
        while (true)
        {
            var from = last;
            var some = await due.Where(sha256 => sha256.CompareTo(from) > 0).OrderBy(sha256 => sha256).Take(AtOnce).ToListAsync(ct);
            foreach (var sha256 in some)
                if (await CheckAsync(sha256, ct) && worsened.Count < SignaturesWorsened.Most)
                    worsened.Add(sha256);
            if (some.Count < AtOnce)
                break;
            last = some[^1];
        }
        if (worsened.Count > 0)
            await TellAsync(worsened, ct);
    }

    private Task<Result> TellAsync(List<string> files, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await events.PublishAsync(new SignaturesWorsened(files), ct);
                return Result.Success;
            },
            ct
        );

    private async Task<DateTime> TrustChangedAtAsync(CancellationToken ct)
    {
        var roots = db.TrustedRoots.AsNoTracking();
        var added = await roots.MaxAsync(root => (DateTime?)root.AddedAt, ct) ?? DateTime.MinValue;
        var ended = await roots.MaxAsync(root => root.EndedAt, ct) ?? DateTime.MinValue;
        return added > ended ? added : ended;
    }

    private async Task<bool> CheckAsync(string sha256, CancellationToken ct)
    {
        try
        {
            using var copy = await blobs.LocalAsync(sha256, ct);
            return await check.CheckAsync(sha256, copy.Path, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The store lost it; `doanket check` says so, and the others are looked at all the same.
            log.LogWarning("File {Sha256} is missing, its signatures were not checked", sha256);
            return false;
        }
    }
}
