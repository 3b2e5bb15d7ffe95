using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;

namespace DoanKet.Modules.Desk.Home;

/// <summary>Asks every module what waits for a person and puts the most pressing first.</summary>
internal sealed class ReadDesk(IEnumerable<IWaitingWork> modules)
{
    /// <summary>The rest of a group is one link away.</summary>
    public const int PerGroup = 10;

    public async Task<IReadOnlyList<WaitingGroup>> HandleAsync(CurrentUser user, CancellationToken ct)
    {
        List<WaitingGroup> groups = [];
        foreach (var module in modules)
            groups.AddRange(await module.ForAsync(user, PerGroup, ct));
        return OverdueApart(InOrder(groups));
    }

    /// <summary>What is overdue stands by itself, before all else; each thing stands once.</summary>
    public static IReadOnlyList<WaitingGroup> OverdueApart(IReadOnlyList<WaitingGroup> groups)
    {
        var late = groups
            .SelectMany(g => g.Items)
            .Where(i => i.Pressure == Pressure.Overdue)
            .OrderBy(i => i.Due)
            .ThenBy(i => i.Since)
            .ToList();
        if (late.Count == 0)
            return groups;
        var all = Math.Max(late.Count, groups.Sum(g => g.Overdue));
        var rest = groups.Select(g =>
            g with
            {
                Count = g.Count - Math.Max(g.Overdue, g.Items.Count(i => i.Pressure == Pressure.Overdue)),
                Overdue = 0,
                Items = [.. g.Items.Where(i => i.Pressure != Pressure.Overdue)],
            }
        );
        return [new("Quá hạn", all, "", late, all), .. InOrder(rest)];
    }

    /// <summary>A group stands where its most pressing item would stand; equal ones keep the order of the work.</summary>
    public static IReadOnlyList<WaitingGroup> InOrder(IEnumerable<WaitingGroup> groups) =>
        [
            .. groups
                .Where(g => g.Items.Count > 0)
                .Select(g =>
                    g with
                    {
                        Items = [.. g.Items.OrderBy(i => i.Pressure).ThenBy(i => i.Due ?? DateOnly.MaxValue).ThenBy(i => i.Since)],
                    }
                )
                .OrderBy(g => g.Items[0].Pressure)
                .ThenBy(g => g.Items[0].Due ?? DateOnly.MaxValue),
        ];
}
