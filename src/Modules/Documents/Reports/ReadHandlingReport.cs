using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Reports;

/// <summary>Counts what a unit registered in a time by who leads and how it stands today.</summary>
internal sealed class ReadHandlingReport(UnionDb db)
{
    private const string Nobody = "Chưa giao hoặc đơn vị tự giải quyết",
        NoPerson = "Chưa giao riêng cho ai";

    private sealed record Part(Guid? UnitId, Guid? AccountId, HandlingFigures Figures);

    public async Task<HandlingReport> HandleAsync(ActingUnit unit, DateOnly from, DateOnly to, DateOnly today, CancellationToken ct)
    {
        var parts = await CountAsync(unit.Id, from, to, today, ct);
        var sum = parts.Aggregate(HandlingFigures.Zero, (all, part) => all + part.Figures);
        return new(unit.Name, from, to, sum, await LinesAsync(parts, ct), await SentAsync(unit.Id, from, to, ct));
    }

    /// <summary>One look through one index, which has the order of the groups; the few that are overdue have an index of their
    /// own.</summary>
    private async Task<List<Part>> CountAsync(Guid unitId, DateOnly from, DateOnly to, DateOnly today, CancellationToken ct)
    {
        // What is registered has a day. By saying it so the databases leave the index of days alone, which would lead them to every row.
        var never = DateOnly.MaxValue;
        var rows = db
            .Incoming.AsNoTracking()
            .Where(d => d.UnitId == unitId && (d.ArrivalDate ?? never) >= from && (d.ArrivalDate ?? never) <= to);
        var groups = await rows.Where(d => d.Outcome != HandlingOutcome.None)
            .GroupBy(d => new
            {
                d.LeadUnitId,
                d.LeadAccountId,
                d.Outcome,
                d.Source,
            })
            .Select(g => new
            {
                g.Key.LeadUnitId,
                g.Key.LeadAccountId,
                g.Key.Outcome,
                g.Key.Source,
                Count = g.Count(),
                Days = g.Sum(d => d.DaysTaken) ?? 0,
            })
            .ToListAsync(ct);
        var overdue = await rows.Where(d => d.DueOn < today && d.State < IncomingState.Done && d.Outcome == HandlingOutcome.Open)
            .GroupBy(d => new { d.LeadUnitId, d.LeadAccountId })
            .Select(g => new
            {
                g.Key.LeadUnitId,
                g.Key.LeadAccountId,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        return
        [
            .. groups.Select(g => new Part(
                g.LeadUnitId,
                g.LeadAccountId,
                new(
                    OnTime: g.Outcome == HandlingOutcome.OnTime ? g.Count : 0,
                    Late: g.Outcome == HandlingOutcome.Late ? g.Count : 0,
                    NotYetDue: g.Outcome == HandlingOutcome.Open ? g.Count : 0,
                    Overdue: 0,
                    g.Days,
                    Internal: g.Source == IncomingSource.Internal ? g.Count : 0
                )
            )),
            .. overdue.Select(g => new Part(
                g.LeadUnitId,
                g.LeadAccountId,
                // They were counted as open above.
                HandlingFigures.Zero with
                {
                    NotYetDue = -g.Count,
                    Overdue = g.Count,
                }
            )),
        ];
    }

    private async Task<IReadOnlyList<HandlingLine>> LinesAsync(List<Part> parts, CancellationToken ct)
    {
        var unitIds = parts.Select(p => p.UnitId).OfType<Guid>().Distinct().ToList();
        var accountIds = parts.Select(p => p.AccountId).OfType<Guid>().Distinct().ToList();
        var units = await db.Units.Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => (u.Name, u.Path), ct);
        var people = await db.Set<Account>().Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.FullName, ct);
        var lines = new List<HandlingLine>();
        foreach (
            var group in parts
                .Where(p => p.UnitId is not null)
                .GroupBy(p => p.UnitId!.Value)
                .OrderBy(g => units[g.Key].Path, StringComparer.Ordinal)
        )
        {
            lines.Add(new(group.Key, null, units[group.Key].Name, Sum(group)));
            if (group.All(p => p.AccountId is null))
                continue;
            lines.AddRange(
                group
                    .GroupBy(p => p.AccountId ?? Guid.Empty)
                    .Select(g => new HandlingLine(group.Key, g.Key, people.GetValueOrDefault(g.Key, NoPerson), Sum(g)))
                    .OrderBy(line => line.AccountId == Guid.Empty)
                    .ThenBy(line => VietnameseOrder.NameKey(line.Name), StringComparer.Ordinal)
            );
        }
        if (parts.Any(p => p.UnitId is null))
            lines.Add(new(null, null, Nobody, Sum(parts.Where(p => p.UnitId is null))));
        return lines;
    }

    private async Task<SendingFigures> SentAsync(Guid unitId, DateOnly from, DateOnly to, CancellationToken ct)
    {
        // The year is that of the number; it leads to the rows by the index of the book.
        var issued = db.Outgoing.Where(d =>
            d.UnitId == unitId
            && d.Year >= from.Year
            && d.Year <= to.Year
            && d.IssuedOn >= from
            && d.IssuedOn <= to
            && d.State == OutgoingState.Issued
        );
        var ways = await db
            .OutsideReceivers.Where(r => issued.Any(d => d.Id == r.OutgoingId))
            .GroupBy(r => r.Way)
            .Select(g => new { Way = g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return new(await issued.CountAsync(ct), [.. ways.OrderBy(w => w.Way ?? (SendingWay)99).Select(w => (w.Way, w.Count))]);
    }

    private static HandlingFigures Sum(IEnumerable<Part> parts) => parts.Aggregate(HandlingFigures.Zero, (sum, part) => sum + part.Figures);
}
