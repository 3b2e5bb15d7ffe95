using DoanKet.Kernel.Modules;

namespace DoanKet.Modules.Organisation.Demo;

/// <summary>How large the demonstration is. Full: the figures of the federation's report of 2021.</summary>
internal sealed record DemoPlan(
    IReadOnlyList<string> Boards,
    IReadOnlyList<string> Districts,
    IReadOnlyList<string> Branches,
    int Grassroots,
    int NonState
)
{
    public static DemoPlan For(DemoScale scale) =>
        scale == DemoScale.Full
            ? new(DemoNames.Boards, DemoNames.Districts, DemoNames.Branches, 2882, 485)
            : new([.. DemoNames.Boards.Take(3)], [.. DemoNames.Districts.Take(2)], [.. DemoNames.Branches.Take(1)], 12, 4);
}
