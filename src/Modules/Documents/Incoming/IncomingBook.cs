using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Issuing;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>The one way into a unit's incoming book, for the clerk's form and for the single button of a unit without a clerk.</summary>
internal sealed class IncomingBook(Numbers numbers, IndexContent index, History history, AuditTrail audit, ReceiptProgress receipts, TimeProvider time)
{
    /// <summary>The next số đến; its sequence stays locked until the transaction ends.</summary>
    public Task<int> TakeNumberAsync(Guid unitId, string bookCode, CancellationToken ct) =>
        numbers.TakeAsync(IncomingBooks.Sequence(unitId, bookCode, time.Today().Year), ct);

    public async Task EnterAsync(IncomingDocument document, Unit unit, string bookCode, int number, EventKind kind, CancellationToken ct)
    {
        var today = time.Today();
        document.State = IncomingState.Registered;
        (document.BookCode, document.BookYear, document.ArrivalNumber, document.ArrivalDate) = (bookCode, today.Year, number, today);
        // What another unit issued was indexed for all its receivers when it was issued.
        if (document.Source == IncomingSource.Files)
            await index.HandleAsync(document.Content, [unit.Ordinal], Heading(document), ct);
        history.Add(document.Id, kind, $"Vào {IncomingBooks.Name(bookCode)} năm {today.Year}, số đến {number}");
        audit.Record("documents.incoming.registered", document.Id, $"Vào sổ văn bản đến số {number}/{today.Year}: {document.NumberText} {document.Issuer} — {document.Subject}");
        await receipts.RegisteredAsync(document.Id, number, ct);
    }

    /// <summary>What of the record can be found by words, beside the text of the files.</summary>
    public static string Heading(IncomingDocument document) =>
        $"{document.NumberText} {document.NumberKey} {document.Issuer} {document.Subject} {document.SignerName} {document.Note}";
}
