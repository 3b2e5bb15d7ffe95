using System.Globalization;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Shell;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Shell;

/// <summary>Fills the frame around every page for the person of this request. Everything but the bell is in memory already: one short query
/// for each page.</summary>
internal sealed class DeskShell(UserContext user, IEnumerable<IModule> modules, UnionDb db, DemonstrationMark demonstration) : IShell
{
    /// <summary>The bell says "99+" beyond this, so nothing more is counted.</summary>
    private const int MostCounted = 100;

    /// <summary>Alt+1 … Alt+9.</summary>
    private const int Digits = 9;

    public string AccountKey => user.Current?.AccountId.ToString("N") ?? "";

    public string UserDisplayName => user.Current?.FullName ?? "";

    public string UnitName => user.Current?.Unit?.Name ?? "";

    public IReadOnlyList<ShellUnit> Units =>
        user.Current is { } person
            ? [.. person.Posts.DistinctBy(p => p.UnitId).Select(p => new ShellUnit(p.UnitId, p.UnitName, p.UnitId == person.Unit?.Id))]
            : [];

    public IReadOnlyList<MenuEntry> Menu { get; private set; } = [];

    public int UnreadNotifications { get; private set; }

    public bool IsDemonstration { get; private set; }

    public async ValueTask LoadAsync(CancellationToken ct)
    {
        if (user.Current is not { } person)
            return;
        Menu = MenuOf(person);
        IsDemonstration = await demonstration.IsSetAsync(db, ct);
        UnreadNotifications = await db.Set<Notice>()
            .Where(n => n.AccountId == person.AccountId && n.ReadAt == null)
            .OrderBy(n => n.At)
            .Take(MostCounted)
            .CountAsync(ct);
    }

    private List<MenuEntry> MenuOf(CurrentUser person)
    {
        // Items without a group first, then the groups in the order of their first item, so that each group's items stand together.
        var seen = modules.SelectMany(m => m.Menu).Where(item => item.IsFor(person)).OrderBy(item => item.Order);
        return
        [
            .. seen.GroupBy(item => item.Group)
                .OrderBy(group => group.Key.Length > 0)
                .SelectMany(group => group)
                .Select(
                    (item, i) =>
                        new MenuEntry(
                            item.Group,
                            item.Text,
                            item.Href,
                            item.Icon,
                            i < Digits ? (i + 1).ToString(CultureInfo.InvariantCulture) : null
                        )
                ),
        ];
    }
}
