using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Makes the record of a paper whose files are kept; saved with the transaction.</summary>
internal sealed class ReceivePapers(UnionDb db, ContentWriter contents, JobQueue jobs, History history, TimeProvider time)
{
    /// <param name="readAfter">When the job reads the files that nobody has read by then.</param>
    public Guid Add(Guid unitId, IReadOnlyList<UploadedFile> files, TimeSpan readAfter)
    {
        var content = contents.Create(files);
        var document = new IncomingDocument
        {
            Id = Ids.New(),
            UnitId = unitId,
            Source = IncomingSource.Intake,
            ReceivedAt = time.UtcDateTime(),
            ContentId = content.Id,
        };
        db.Add(document);
        jobs.Add(ReadFilesJob.Name, document.Id.ToString(), key: $"{ReadFilesJob.Name}:{document.Id}", readAfter);
        var names = string.Join(", ", content.Attachments.Select(a => a.Name));
        history.Record(document, EventKind.Received, "documents.incoming.received", $"Tiếp nhận: {names}");
        return document.Id;
    }
}
