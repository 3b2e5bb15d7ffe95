using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Puts an upload behind the versions that are there and lets the document show it. Runs inside the caller's
/// transaction.</summary>
internal sealed class AddDraft(UnionDb db, ContentWriter contents, IndexContent index, JobQueue jobs, UserContext user, TimeProvider time)
{
    /// <returns>The new version's number, or null when the very same file is the latest version already.</returns>
    public async Task<int?> HandleAsync(OutgoingDocument document, UploadedFile upload, string note, CancellationToken ct)
    {
        var last = await db.Drafts.Where(v => v.OutgoingId == document.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        if (last?.Sha256 == upload.File.Sha256)
            return null;
        var content = await ShowAsync(document, upload, ct);
        // What was signed was the version before.
        foreach (var signer in document.CoSigners)
            (signer.SignedAt, signer.SignedInFile) = (null, false);
        var version = new DraftVersion
        {
            Id = Ids.New(),
            OutgoingId = document.Id,
            Number = (last?.Number ?? 0) + 1,
            FileName = content.Attachments[0].Name,
            Sha256 = upload.File.Sha256,
            MediaType = upload.File.MediaType,
            Size = upload.File.Size,
            At = time.UtcDateTime(),
            AccountId = user.Required.AccountId,
            Note = note.Trim(),
        };
        db.Add(version);
        return version.Number;
    }

    /// <summary>The latest version is shown again as it was before anybody signed it: it goes back, and will be signed anew.</summary>
    /// <param name="document">With its co-signers.</param>
    public async Task TakeSignaturesBackAsync(OutgoingDocument document, CancellationToken ct)
    {
        var versions = db.Drafts.AsNoTracking().Where(v => v.OutgoingId == document.Id);
        var last = await versions.OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        if (last is null || await db.Attachments.AnyAsync(a => a.ContentId == document.ContentId && a.Sha256 == last.Sha256, ct))
            return;
        var file = await db.Set<StoredFile>().FirstAsync(f => f.Sha256 == last.Sha256, ct);
        await ShowAsync(document, new(file, last.FileName), ct);
        foreach (var signer in document.CoSigners.Where(s => s.SignedInFile))
            (signer.SignedAt, signer.SignedInFile) = (null, false);
    }

    /// <summary>Makes a file what the document says from now on; versions stay as they are.</summary>
    public async Task<DocumentContent> ShowAsync(OutgoingDocument document, UploadedFile upload, CancellationToken ct)
    {
        var before = await db.Contents.FirstAsync(c => c.Id == document.ContentId, ct);
        var content = contents.Create([upload]);
        // The place in the search index goes with the document, not with the file.
        content.SearchId = before.SearchId;
        (document.Content, document.ContentId) = (content, content.Id);
        db.Remove(before);
        await index.HandleAsync(document, content, [], ct);
        if (!await db.Set<FileText>().AnyAsync(t => t.Sha256 == upload.File.Sha256, ct))
            jobs.Add(ReadContentJob.Name, content.Id.ToString());
        return content;
    }
}
