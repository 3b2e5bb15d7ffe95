using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Content;

/// <summary>Tells the clerks whose received documents rest on signatures that do not count any more: one line for each unit.</summary>
internal sealed class TellOfSignatures(UnionDb db, Work work, Notices notices) : IEventHandler<SignaturesWorsened>
{
    public const string JobName = "documents.tell-of-signatures";

    /// <summary>Documents that are looked at; a letter to all has a copy in each unit.</summary>
    private const int Most = 10_000;

    public async Task HandleAsync(SignaturesWorsened happened, CancellationToken ct)
    {
        var files = happened.Files;
        var found = await db
            .Attachments.AsNoTracking()
            .Where(a => files.Contains(a.Sha256))
            .Join(
                db.Incoming,
                a => a.ContentId,
                d => d.ContentId,
                (_, d) =>
                    new
                    {
                        d.Id,
                        d.UnitId,
                        d.NumberText,
                        d.ReceivedAt,
                    }
            )
            .OrderByDescending(d => d.ReceivedAt)
            .Take(Most)
            .ToListAsync(ct);
        await work.RunAsync(
            async () =>
            {
                foreach (var unit in found.DistinctBy(d => d.Id).GroupBy(d => d.UnitId))
                {
                    var newest = unit.First();
                    var others = unit.Count() - 1;
                    var text =
                        $"Chữ ký số của văn bản đến {newest.NumberText} nay không còn được coi là hợp lệ"
                        + (others > 0 ? $", và của {others} văn bản khác." : ".");
                    await notices.TellPostsAsync([unit.Key], [Roles.Clerk], text, $"/van-ban/den/{newest.Id}", ct);
                }
                return Result.Success;
            },
            ct
        );
    }
}
