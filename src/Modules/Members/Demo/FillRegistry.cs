using DoanKet.Kernel;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Progress;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Synthetic;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>
/// Sets how many members the units have to enter, and fills the registry of the full federation until it stands where the report of 2021
/// says it stood.
/// </summary>
internal sealed class FillRegistry(UnionDb db, GenerateMembers generate, TimeProvider time) : IDemoPart
{
    /// <summary>The report of 2021: 92.825 of 146.790 members entered.</summary>
    private const int EnteredOfReport = 92_825,
        TargetOfReport = 146_790,
        Seed = 2022;

    /// <summary>After the parts that take the few people of before for their examples.</summary>
    public int Order => 79;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        if (demo.Scale == DemoScale.Full)
        {
            var missing = EnteredOfReport - await db.Set<UnionFigures>().SumAsync(f => f.Members, ct);
            var made = await generate.HandleAsync(missing, Seed, null, ct);
            if (made.Ok)
                demo.Say(
                    $"Thêm {Figures.Show(made.Value.Members)} đoàn viên giả lập, đủ {Figures.Show(EnteredOfReport)} như báo cáo năm 2021."
                );
        }
        await SetTargetsAsync(demo, ct);
    }

    /// <summary>Some units are nearly done and some have hardly begun; together they make the whole.</summary>
    private async Task SetTargetsAsync(DemoContext demo, CancellationToken ct)
    {
        var top = await db.Units.Where(u => u.ParentId == null).OrderBy(u => u.Path).FirstAsync(ct);
        var board = await db.ProgressAsync(top, time.Today(), ct);
        var whole = demo.Scale == DemoScale.Full ? TargetOfReport : board.Whole.Share.Members * 8 / 5;
        var guesses = board.Below.Where(row => row.Share.Members > 0).ToDictionary(row => row.Id, row => Guess(row, demo.Random));
        var scale = (decimal)whole / Math.Max(1, guesses.Values.Sum());
        db.Add(Target(top.Id, whole));
        db.AddRange(guesses.Select(guess => Target(guess.Key, Math.Max(1, (int)(guess.Value * scale)))));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Between a tenth and all of what is still to be done.</summary>
    private static int Guess(ProgressRow row, Random random) => row.Share.Members + (row.Share.Members * random.Next(10, 100) / 100);

    private MemberTarget Target(Guid unit, int count) =>
        new()
        {
            Id = Ids.New(),
            UnitId = unit,
            ValidFrom = time.Today(),
            Count = count,
        };
}
