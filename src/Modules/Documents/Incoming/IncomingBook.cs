using DoanKet.Kernel;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>A place in a book: which book, which số đến, on which day.</summary>
internal sealed record BookLine(string BookCode, int Number, DateOnly Day);

/// <summary>The one way into a unit's incoming book, for the clerk's form and for the single button of a unit without a clerk.</summary>
internal sealed class IncomingBook(
    Numbers numbers,
    IndexContent index,
    History history,
    ReceiptProgress receipts,
    ArrivalBooks books,
    TimeProvider time
)
{
    /// <summary>
    /// The next line of the book; its sequence stays locked until the transaction ends. Year and day are decided here once: at New Year
    /// they must not differ.
    /// </summary>
    public async Task<BookLine> NextLineAsync(Guid unitId, string bookCode, CancellationToken ct)
    {
        var today = time.Today();
        return new(bookCode, await numbers.TakeAsync(ArrivalBooks.Sequence(unitId, bookCode, today.Year), ct), today);
    }

    public async Task EnterAsync(IncomingDocument document, Unit unit, BookLine line, EventKind kind, CancellationToken ct)
    {
        var year = line.Day.Year;
        document.State = IncomingState.Registered;
        document.BookCode = line.BookCode;
        document.BookYear = year;
        document.ArrivalNumber = line.Number;
        document.ArrivalDate = line.Day;
        // What another unit issued was indexed for all its receivers when it was issued.
        if (document.Source == IncomingSource.Intake)
            document.SearchId = await index.HandleAsync(document.Content, DocumentSections.ReceivedBy([unit.Path]), document.Heading, ct);
        history.Record(
            document,
            kind,
            "documents.incoming.registered",
            $"Vào {books.Name(line.BookCode, year)} năm {year}, số đến {line.Number}"
        );
        await receipts.RegisteredAsync(document.Id, line.Number, ct);
    }
}
