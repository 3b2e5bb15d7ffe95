using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>The lines of an incoming book. What waits for the book or was sent back has no number and so no line.</summary>
internal static class IncomingLines
{
    public static IQueryable<IncomingDocument> InBook(this UnionDb db, RegisterQuery query)
    {
        var lines = db
            .Incoming.AsNoTracking()
            .Where(d => d.UnitId == query.UnitId && d.BookYear == query.Year && d.BookCode == query.BookCode && d.ArrivalNumber != null);
        if (query.FirstNumber is { } first)
            lines = lines.Where(d => d.ArrivalNumber >= first);
        if (query.LastNumber is { } last)
            lines = lines.Where(d => d.ArrivalNumber <= last);
        if (query.From is { } from)
            lines = lines.Where(d => d.ArrivalDate >= from);
        if (query.To is { } to)
            lines = lines.Where(d => d.ArrivalDate <= to);
        return lines;
    }

    public static IQueryable<IncomingDocument> Following(this IQueryable<IncomingDocument> lines, int after, int take) =>
        lines.Where(d => d.ArrivalNumber > after).OrderBy(d => d.ArrivalNumber).Take(take);

    public static async Task<RegisterSpan> SpanAsync(this IQueryable<IncomingDocument> lines, CancellationToken ct) =>
        await lines
            .GroupBy(_ => 1)
            .Select(g => new RegisterSpan(
                g.Min(d => d.ArrivalNumber),
                g.Max(d => d.ArrivalNumber),
                g.Min(d => d.ArrivalDate),
                g.Max(d => d.ArrivalDate)
            ))
            .FirstOrDefaultAsync(ct)
        ?? new(null, null, null, null);
}
