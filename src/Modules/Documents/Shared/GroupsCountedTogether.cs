using DoanKet.Contracts.Desk;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>How many things a group of "Việc của tôi" has, and how many of them are overdue.</summary>
internal readonly record struct GroupSize(int Count, int Overdue);

/// <summary>
/// Groups of "Việc của tôi" whose sizes are asked for with one question: for most people most of them are empty, and each question costs
/// the way to the database and back. Only what is not empty is read.
/// </summary>
internal sealed class GroupsCountedTogether
{
    private readonly List<(IQueryable<CountedRow> Rows, Func<GroupSize, Task<WaitingGroup>> Read)> _groups = [];

    /// <param name="areOverdue">A row for each thing of the group, which says whether it is overdue.</param>
    /// <param name="read">The group, when it is not empty.</param>
    public void Add(IQueryable<bool> areOverdue, Func<GroupSize, Task<WaitingGroup>> read)
    {
        var place = _groups.Count;
        _groups.Add((areOverdue.Select(isOverdue => new CountedRow { Place = place, IsOverdue = isOverdue }), read));
    }

    /// <summary>In the order in which they were added.</summary>
    public async Task<IReadOnlyList<WaitingGroup>> ReadAsync(CancellationToken ct)
    {
        if (_groups.Count == 0)
            return [];
        var counts = await _groups
            .Select(g => g.Rows)
            .Aggregate((all, next) => all.Concat(next))
            .GroupBy(row => new { row.Place, row.IsOverdue })
            .Select(g => new
            {
                g.Key.Place,
                g.Key.IsOverdue,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        List<WaitingGroup> groups = [];
        foreach (var group in counts.GroupBy(c => c.Place).OrderBy(g => g.Key))
            groups.Add(await _groups[group.Key].Read(new(group.Sum(c => c.Count), group.Where(c => c.IsOverdue).Sum(c => c.Count))));
        return groups;
    }

    private sealed class CountedRow
    {
        public required int Place { get; init; }

        public required bool IsOverdue { get; init; }
    }
}
