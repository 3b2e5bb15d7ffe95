using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Makes files what the document says from now on; versions stay as they are. Runs inside the caller's transaction.</summary>
internal sealed class ShowFiles(UnionDb db, ContentWriter contents, IndexContent index, JobQueue jobs)
{
    /// <param name="files">The text first, then what is appended.</param>
    public async Task HandleAsync(OutgoingDocument document, IReadOnlyList<UploadedFile> files, CancellationToken ct)
    {
        var before = await db.Contents.FirstAsync(c => c.Id == document.ContentId, ct);
        var content = contents.Create(files);
        // The place in the search index goes with the document, not with the file.
        content.SearchId = before.SearchId;
        (document.Content, document.ContentId) = (content, content.Id);
        db.Remove(before);
        await index.HandleAsync(document, content, [], ct);
        var hashes = files.Select(f => f.File.Sha256).ToList();
        if (await db.Set<FileText>().CountAsync(t => hashes.Contains(t.Sha256), ct) < hashes.Count)
            jobs.Add(ReadContentJob.Name, content.Id.ToString());
    }

    /// <summary>The signed text; what is appended stays.</summary>
    public Task SignedAsync(OutgoingDocument document, UploadedFile text, CancellationToken ct) =>
        ReplaceAsync(document, file => file.Ordinal == 1 ? text : null, ct);

    /// <param name="instead">What comes in the place of a shown file; null: it stays.</param>
    public async Task ReplaceAsync(OutgoingDocument document, Func<Attachment, UploadedFile?> instead, CancellationToken ct)
    {
        var shown = await db
            .Attachments.AsNoTracking()
            .Where(a => a.ContentId == document.ContentId)
            .Join(db.Set<StoredFile>(), a => a.Sha256, f => f.Sha256, (attachment, file) => new { attachment, file })
            .OrderBy(row => row.attachment.Ordinal)
            .ToListAsync(ct);
        await HandleAsync(
            document,
            [.. shown.Select(row => instead(row.attachment) ?? new UploadedFile(row.file, row.attachment.Name))],
            ct
        );
    }
}
