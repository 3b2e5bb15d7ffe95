using System.Runtime.CompilerServices;
using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>Every book runs from 1 to the number that its counter stands at, without a gap (điều 15, 22).</summary>
internal sealed class NumberCheck(UnionDb db) : IIntegrityCheck
{
    private sealed record Book(string Sequence, int Lines, int Last);

    public string Name => "Số của các sổ";

    public async IAsyncEnumerable<string> FindAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var counters = await db.Set<Counter>()
            .AsNoTracking()
            .Where(c => c.Key.StartsWith("in:") || c.Key.StartsWith("out:"))
            .ToDictionaryAsync(c => c.Key, c => c.Value, ct);
        var incoming = await db
            .Incoming.AsNoTracking()
            .Where(d => d.ArrivalNumber != null)
            .GroupBy(d => new
            {
                d.UnitId,
                d.BookCode,
                d.BookYear,
            })
            .Select(g => new
            {
                g.Key.UnitId,
                g.Key.BookCode,
                g.Key.BookYear,
                Lines = g.Count(),
                Last = g.Max(d => d.ArrivalNumber),
            })
            .ToListAsync(ct);
        var outgoing = await db
            .Outgoing.AsNoTracking()
            .Where(d => d.Number != null)
            .Select(d => new
            {
                d.UnitId,
                d.BookCode,
                d.Year,
                d.Number,
            })
            .Concat(
                db.UnusedNumbers.Select(n => new
                {
                    n.UnitId,
                    n.BookCode,
                    Year = (int?)n.Year,
                    Number = (int?)n.Number,
                })
            )
            .GroupBy(d => new
            {
                d.UnitId,
                d.BookCode,
                d.Year,
            })
            .Select(g => new
            {
                g.Key.UnitId,
                g.Key.BookCode,
                g.Key.Year,
                Lines = g.Count(),
                Last = g.Max(d => d.Number),
            })
            .ToListAsync(ct);
        IEnumerable<Book> books =
        [
            .. incoming.Select(b => new Book(ArrivalBooks.Sequence(b.UnitId, b.BookCode, b.BookYear ?? 0), b.Lines, b.Last ?? 0)),
            .. outgoing.Select(b => new Book(NextNumber.Sequence(b.UnitId, b.BookCode, b.Year ?? 0), b.Lines, b.Last ?? 0)),
        ];
        foreach (var book in books)
        {
            var counter = counters.GetValueOrDefault(book.Sequence);
            counters.Remove(book.Sequence);
            if (book.Lines != book.Last)
                yield return $"Sổ {book.Sequence} có {book.Lines} dòng nhưng số cuối là {book.Last}: có số bị thiếu.";
            if (counter != book.Last)
                yield return $"Bộ đếm của sổ {book.Sequence} ở {counter} nhưng số cuối là {book.Last}.";
        }
        foreach (var (sequence, value) in counters.Where(counter => counter.Value > 0))
            yield return $"Bộ đếm của sổ {sequence} ở {value} nhưng sổ không có dòng nào.";
    }
}
