using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Desk.Home;

[SignedIn("everybody sees what waits for them alone")]
internal sealed class IndexModel(ReadDesk desk, DeadlineWords words, UserContext user, Deputies deputies) : PageModel
{
    /// <summary>A line of the page; the first one on it has the one primary button.</summary>
    internal sealed record Line(WaitingItem Item, string? Deadline, BadgeKind Badge, string Since, bool First)
    {
        public string Look => First ? "btn-primary" : "btn-outline-primary";
    }

    internal sealed record Section(string Id, WaitingGroup Group, IReadOnlyList<Line> Lines)
    {
        public bool IsLate => Group.Items[0].Pressure is Pressure.Overdue or Pressure.OthersLate;
    }

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public int Count { get; private set; }

    public IReadOnlyList<AbsentPerson> StandsInFor => user.Required.StandsInFor;

    /// <summary>Who does the person's work today, when the person said to be away.</summary>
    public Deputy? Deputy { get; private set; }

    public bool HasPost => user.Required.Posts.Count > 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Deputy = (await deputies.TodayAsync(ct)).GetValueOrDefault(user.Required.AccountId);
        var groups = await desk.HandleAsync(user.Required, ct);
        List<Section> sections = [];
        foreach (var group in groups)
        {
            List<Line> lines = [];
            foreach (var item in group.Items)
                lines.Add(
                    new(
                        item,
                        await DeadlineAsync(item, ct),
                        BadgeOf(item.Pressure),
                        words.Since(item.Since),
                        sections.Count == 0 && lines.Count == 0
                    )
                );
            sections.Add(new($"nhom-{sections.Count + 1}", group, lines));
        }
        (Sections, Count) = (sections, groups.Sum(g => g.Count));
    }

    private async Task<string?> DeadlineAsync(WaitingItem item, CancellationToken ct) =>
        item switch
        {
            { Due: { } due } => await words.OfAsync(due, ct),
            { Pressure: Pressure.DueSoon } => "Nên làm hôm nay",
            { Pressure: Pressure.Urgent } => "Khẩn",
            _ => null,
        };

    private static BadgeKind BadgeOf(Pressure pressure) =>
        pressure switch
        {
            Pressure.Overdue or Pressure.OthersLate => BadgeKind.Late,
            Pressure.DueSoon or Pressure.Urgent => BadgeKind.Waiting,
            _ => BadgeKind.Neutral,
        };
}
