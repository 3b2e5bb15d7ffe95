using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Content;

/// <summary>Indexes a content anew for all units that have a record of it, with the words of that record.</summary>
internal sealed class ReindexContent(UnionDb db, IndexContent index)
{
    /// <param name="content">With its attachments; runs inside the caller's transaction.</param>
    public async Task HandleAsync(DocumentContent content, CancellationToken ct)
    {
        var receivers = await db.Incoming.Where(d => d.ContentId == content.Id).Select(d => d.Unit.Path).ToListAsync(ct);
        var outgoing = await db.Outgoing.AsNoTracking().Include(d => d.Unit).FirstOrDefaultAsync(d => d.ContentId == content.Id, ct);
        if (outgoing is not null)
            await index.HandleAsync(outgoing, content, receivers, ct);
        else if (await db.Incoming.AsNoTracking().FirstOrDefaultAsync(d => d.ContentId == content.Id, ct) is { } incoming)
            await index.HandleAsync(content, DocumentSections.ReceivedBy(receivers), incoming.Heading, ct);
    }
}

/// <summary>Reads the files of a content that came when many were to be read, and lets their words be found.</summary>
internal sealed class ReadContentJob(UnionDb db, Work work, ReadFile read, ReindexContent reindex) : IJobHandler
{
    public const string Name = "documents.read-content";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var id = Guid.Parse(payload);
        foreach (
            var sha256 in await db
                .Attachments.AsNoTracking()
                .Where(a => a.ContentId == id)
                .OrderBy(a => a.Ordinal)
                .Select(a => a.Sha256)
                .ToListAsync(ct)
        )
            await read.HandleAsync(sha256, ct);
        await work.RunAsync(
            async () =>
            {
                // A newer version has taken its place meanwhile.
                if (await db.Contents.Include(c => c.Attachments).FirstOrDefaultAsync(c => c.Id == id, ct) is { } content)
                    await reindex.HandleAsync(content, ct);
                return Result.Success;
            },
            ct
        );
    }
}
