using DoanKet.Kernel;
using DoanKet.Kernel.Units;

namespace DoanKet.Modules.Organisation.Demo;

/// <summary>The generated units, from the federation down.</summary>
internal sealed class DemoTree
{
    private static readonly DateOnly Founded = new(2003, 1, 1);

    private int _ordinal;

    public List<Unit> All { get; } = [];

    public Unit Federation { get; }

    public List<Unit> Boards { get; } = [];

    public List<Unit> Uppers { get; } = [];

    public List<Unit> Grassroots { get; } = [];

    /// <summary>Ordinal of the last unit made.</summary>
    public int LastOrdinal => _ordinal;

    public DemoTree(DemoPlan plan, DemoNames names, Random random)
    {
        Federation = Add(null, "federation", "LDLD", "Liên đoàn Lao động tỉnh Nghệ An", "LĐLĐ");
        foreach (var (name, i) in plan.Boards.Select((n, i) => (n, i + 1)))
            Boards.Add(Add(Federation, "board", $"B{i:00}", name, SymbolOf(name)));
        foreach (var (name, i) in plan.Districts.Select((n, i) => (n, i + 1)))
            Uppers.Add(Add(Federation, "district", $"H{i:00}", "Liên đoàn Lao động " + name, "LĐLĐ"));
        foreach (var (name, i) in plan.Branches.Select((n, i) => (n, i + 1)))
            Uppers.Add(
                Add(
                    Federation,
                    "branch",
                    $"N{i:00}",
                    name.StartsWith("Khu", StringComparison.Ordinal) ? "Công đoàn " + name : "Công đoàn ngành " + name,
                    "CĐN"
                )
            );
        // The places of the non-state unions are drawn, their number is exact.
        var nonState = Enumerable.Range(0, plan.Grassroots).OrderBy(_ => random.Next()).Take(plan.NonState).ToHashSet();
        for (var i = 0; i < plan.Grassroots; i++)
        {
            var unit = Add(
                Uppers[i % Uppers.Count],
                "grassroots",
                $"CS{i + 1:0000}",
                names.Grassroots(!nonState.Contains(i), i + 1),
                "CĐCS"
            );
            unit.Sector = nonState.Contains(i) ? Sector.NonState : Sector.State;
            unit.EmployerKindCode =
                unit.Sector == Sector.State ? (i % 20 == 7 ? "DNNN" : "HCSN")
                : i % 10 == 3 ? "FDI"
                : i % 10 == 6 ? "HTX"
                : "DNNNN";
            Grassroots.Add(unit);
        }
    }

    /// <summary>"Ban Tổ chức – Kiểm tra": TCKT, the first letters after the word "Ban".</summary>
    private static string SymbolOf(string board) =>
        string.Concat(
            board
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => char.IsLetter(word[0]) && word != "Ban")
                .Select(word => char.ToUpperInvariant(word[0]))
        );

    private Unit Add(Unit? parent, string kind, string code, string name, string symbol)
    {
        var ordinal = ++_ordinal;
        var unit = new Unit
        {
            Id = Ids.New(),
            Ordinal = ordinal,
            ParentId = parent?.Id,
            Path = UnitPath.Under(parent?.Path, ordinal),
            KindCode = kind,
            Code = code,
            Name = name,
            Symbol = symbol,
            Email = kind == "board" ? null : $"{code.ToLowerInvariant()}@congdoan.example",
            ValidFrom = Founded,
        };
        unit.Rename(name);
        All.Add(unit);
        return unit;
    }
}
