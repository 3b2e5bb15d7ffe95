using DoanKet.Kernel;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Reads the files of a received document and keeps what the registering form proposes. Doing it again changes nothing.</summary>
internal sealed class ReadIncomingFiles(UnionDb db, Work work, ReadFile read, IndexContent index, WorkingDays calendar, TimeProvider time)
{
    public async Task HandleAsync(Guid incomingId, CancellationToken ct)
    {
        var hashes = await db
            .Incoming.AsNoTracking()
            .Where(d => d.Id == incomingId)
            .SelectMany(d => d.Content.Attachments)
            .OrderBy(a => a.Ordinal)
            .Select(a => a.Sha256)
            .ToListAsync(ct);
        if (hashes.Count == 0 || await db.Readings.AnyAsync(r => r.IncomingId == incomingId, ct))
            return;
        var texts = new List<FileText>();
        foreach (var hash in hashes)
            texts.Add(await read.HandleAsync(hash, ct));
        var values = await HeadingValues.FromAsync(texts, calendar, ct);
        try
        {
            await work.RunAsync(() => KeepAsync(incomingId, texts[0].Status, values, ct), ct);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.Dialect.IsDuplicate(error))
        {
            // The intake and the job read the same document at the same moment, or the clerk registered it meanwhile: what stands is kept.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Result> KeepAsync(
        Guid incomingId,
        string status,
        IReadOnlyDictionary<string, ReadValue> values,
        CancellationToken ct
    )
    {
        if (await db.Readings.AnyAsync(r => r.IncomingId == incomingId, ct))
            return Result.Success;
        db.Add(
            new IncomingReading
            {
                IncomingId = incomingId,
                Status = status,
                Values = IncomingReading.Write(values),
                ReadAt = time.UtcDateTime(),
            }
        );
        var document = await db
            .Incoming.Include(d => d.Unit)
            .Include(d => d.Content)
                .ThenInclude(c => c.Attachments)
            .FirstAsync(d => d.Id == incomingId, ct);
        if (document.State == IncomingState.Arrived)
        {
            // So that the waiting list says more than the file's name; the clerk's own words replace them.
            document.NumberText = Proposed(nameof(RegisterInput.NumberText), NumberKeys.MaxLength);
            document.Issuer = Proposed(nameof(RegisterInput.Issuer), 300);
            document.Subject = Proposed(nameof(RegisterInput.Subject), 1000);
            // Found as a duplicate while it still waits.
            document.DuplicateKey = NumberKeys.Duplicate(document.NumberText, document.Issuer);
        }
        else
        {
            document.SearchId = await index.HandleAsync(
                document.Content,
                DocumentSections.ReceivedBy([document.Unit.Path]),
                document.Heading,
                ct
            );
        }
        return Result.Success;

        string Proposed(string field, int length) =>
            values.TryGetValue(field, out var value) ? value.Text[..Math.Min(value.Text.Length, length)] : "";
    }
}
