using DoanKet.Ui.Shell;
using DoanKet.Ui.UnitPicker;

namespace DoanKet.Ui.Tests;

internal sealed class SampleShell : IShell
{
    public string AccountKey => "minh-hoa";

    public string UserDisplayName => "Người Minh Hoạ";

    public string UnitName => "Đơn vị minh hoạ";

    public IReadOnlyList<ShellUnit> Units => [new(ThreeUnits.Id(1), "Đơn vị minh hoạ", true), new(ThreeUnits.Id(2), "Ban minh hoạ", false)];

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new("", "Việc của tôi", "/", "home", "1", 12),
            new("Văn bản", "Tìm văn bản", ShellAddresses.Search, "search"),
            new("Hệ thống", "Giao diện", ShowcaseApp.Address, "info"),
        ];

    public int UnreadNotifications => 7;
}

internal sealed class ThreeUnits : IUnitChoices
{
    private static readonly UnitChoice[] All =
    [
        .. Enumerable.Range(1, 3).Select(n => new UnitChoice(Id(n), $"Công đoàn cơ sở {n}", $"CS{n}", "Công đoàn cơ sở", null)),
    ];

    public static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    public Task<IReadOnlyList<UnitChoice>> FindAsync(string words, int take, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<UnitChoice>>([.. All.Where(unit => unit.Name.Contains(words)).Take(take)]);

    public Task<IReadOnlyList<UnitChoice>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<UnitChoice>>([.. All.Where(unit => ids.Contains(unit.Id))]);

    public Task<PastedUnits> PastedAsync(string lines, CancellationToken ct)
    {
        var each = lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Task.FromResult(
            new PastedUnits([.. All.Where(unit => each.Contains(unit.Code))], [.. each.Where(line => All.All(unit => unit.Code != line))])
        );
    }
}
