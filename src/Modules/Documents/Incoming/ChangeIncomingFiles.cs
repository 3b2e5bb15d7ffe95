using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Adds files to a received document, such as the scan of a posted letter, and takes wrong ones out, before and after it is in the
/// book.</summary>
internal sealed class ChangeIncomingFiles(UnionDb db, Work work, UserContext user, FileVault vault, JobQueue jobs, History history)
{
    public async Task<Result> AddAsync(Guid id, IReadOnlyList<GivenFile> files, CancellationToken ct)
    {
        var first = await FindAsync(id, ct);
        if (!first.Ok)
            return first;
        var check = new Check()
            .That(files.Count > 0, "Files", "Hãy chọn ít nhất một tệp.")
            .That(
                first.Value.Content.Attachments.Count + files.Count <= TakeInFiles.MaxOfOne,
                "Files",
                $"Một văn bản giữ nhiều nhất {TakeInFiles.MaxOfOne} tệp."
            );
        if (!check.Ok)
            return check.AsResult();
        List<UploadedFile> kept = [];
        foreach (var given in files)
        {
            await using var stream = given.Open();
            var saved = await vault.SaveAsync(stream, ct);
            if (!saved.Ok)
                return Result.Fail($"{given.Name}: {saved.Message}", "Files");
            kept.Add(new(saved.Value, given.Name));
        }
        db.ChangeTracker.Clear();
        return await work.RunAsync(() => AttachAsync(id, kept, ct), ct);
    }

    public Task<Result> RemoveAsync(Guid id, int ordinal, string? reason, CancellationToken ct) =>
        work.RunAsync(() => TakeOutAsync(id, ordinal, reason?.Trim() ?? "", ct), ct);

    private async Task<Result> AttachAsync(Guid id, IReadOnlyList<UploadedFile> files, CancellationToken ct)
    {
        var found = await FindAsync(id, ct);
        if (!found.Ok)
            return found;
        var document = found.Value;
        var last = document.Content.Attachments.Select(a => a.Ordinal).DefaultIfEmpty().Max();
        List<string> names = [];
        foreach (var file in files)
        {
            var attachment = ContentWriter.Attach(document.ContentId, file, ++last);
            db.Add(attachment);
            names.Add(attachment.Name);
        }
        // Before it is in the book the words of the scan fill the form; afterwards they are only found.
        if (document.State == IncomingState.Arrived)
            jobs.Add(ReadFilesJob.Name, id.ToString(), key: $"{ReadFilesJob.Name}:{id}");
        else
            jobs.Add(ReadContentJob.Name, document.ContentId.ToString());
        history.Record(document, EventKind.FilesChanged, "documents.incoming.files-added", $"Thêm tệp: {string.Join(", ", names)}");
        return Result.Success;
    }

    private async Task<Result> TakeOutAsync(Guid id, int ordinal, string reason, CancellationToken ct)
    {
        var found = await FindAsync(id, ct);
        if (!found.Ok)
            return found;
        var (document, file) = (found.Value, found.Value.Content.Attachments.Find(a => a.Ordinal == ordinal));
        var check = new Check()
            .That(file is not null, "", "Tệp này không còn nữa; hãy tải lại trang.")
            .Filled(reason, "Reason", "Hãy ghi lý do bỏ tệp.")
            .AtMost(reason, CorrectIncoming.MaxReason, "Reason", "Lý do");
        if (!check.Ok)
            return check.AsResult();
        db.Remove(file!);
        jobs.Add(ReadContentJob.Name, document.ContentId.ToString());
        history.Record(
            document,
            EventKind.FilesChanged,
            "documents.incoming.file-removed",
            $"Bỏ tệp {file!.Name}. Lý do: {reason}",
            $"tệp {file.Sha256}"
        );
        return Result.Success;
    }

    private async Task<Result<IncomingDocument>> FindAsync(Guid id, CancellationToken ct)
    {
        var document = await db
            .Incoming.Include(d => d.Unit)
            .Include(d => d.Content)
                .ThenInclude(c => c.Attachments)
            .FirstOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || !user.Required.Can(Permissions.Register, document.Unit))
            return Result<IncomingDocument>.Refuse("Văn bản không thuộc đơn vị mà anh/chị làm văn thư.");
        return IncomingEntry.Problem(document) is { } problem ? Result<IncomingDocument>.Fail(problem) : document;
    }
}
