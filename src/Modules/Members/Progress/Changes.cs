using DoanKet.Modules.Members.Moving;

namespace DoanKet.Modules.Members.Progress;

/// <summary>How many people, and of what kind.</summary>
internal readonly record struct ChangeCount(int All, int Women, int Minority, int State, int NonState)
{
    public static ChangeCount operator +(ChangeCount a, ChangeCount b) =>
        new(a.All + b.All, a.Women + b.Women, a.Minority + b.Minority, a.State + b.State, a.NonState + b.NonState);
}

/// <summary>People who came or went for one reason.</summary>
/// <param name="Cause">Null for those who were admitted.</param>
internal sealed record CauseRow(MovementKind? Cause, string Name, ChangeCount Count);

/// <summary>Unions of one kind of employer (loại hình).</summary>
internal sealed record EmployerChanges(string Name, int Increase, int Decrease);

/// <summary>A unit below, with all below it.</summary>
internal sealed record UnitChanges(Guid Id, string Code, string Name, bool HasBelow, int Increase, int Decrease);

/// <summary>Increase and decrease of a unit, with all below it, in some days.</summary>
internal sealed record Changes(
    IReadOnlyList<CauseRow> Increase,
    IReadOnlyList<CauseRow> Decrease,
    IReadOnlyList<EmployerChanges> Employers,
    IReadOnlyList<UnitChanges> Below
)
{
    public ChangeCount SumOfIncrease => Sum(Increase);

    public ChangeCount SumOfDecrease => Sum(Decrease);

    private static ChangeCount Sum(IReadOnlyList<CauseRow> rows) => rows.Aggregate(default(ChangeCount), (sum, row) => sum + row.Count);
}
