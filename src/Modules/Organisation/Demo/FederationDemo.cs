using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Organisation.Units;

namespace DoanKet.Modules.Organisation.Demo;

/// <summary>A federation with the structure of the report of 2021, or a small one of the same shape.</summary>
internal sealed class FederationDemo(UnionDb db, Work work, AuditTrail audit, TimeProvider time) : IDemoPart
{
    public int Order => 10;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var plan = DemoPlan.For(demo.Scale);
        var names = new DemoNames(demo.Random);
        var tree = new DemoTree(plan, names, demo.Random);
        var people = new DemoPeople(names, demo, time.UtcDateTime());
        people.Staff(tree);
        await work.RunAsync(
            async () =>
            {
                await db.Dialect.BulkInsertAsync(db, tree.All, ct);
                await db.Dialect.BulkInsertAsync(db, people.Accounts, ct);
                await db.Dialect.BulkInsertAsync(db, people.Posts, ct);
                db.Add(new Counter { Key = CreateUnit.Ordinals, Value = tree.LastOrdinal });
                audit.Record(
                    "organisation.demo.generated",
                    tree.Federation.Id,
                    $"Sinh liên đoàn trình diễn: {tree.All.Count} đơn vị, {people.Accounts.Count} tài khoản"
                );
                return Result.Success;
            },
            ct
        );
        demo.Units["boards"] = tree.Boards.Count;
        demo.Units["districts"] = tree.Uppers.Count(u => u.KindCode == "district");
        demo.Units["branches"] = tree.Uppers.Count(u => u.KindCode == "branch");
        demo.Units["grassroots"] = tree.Grassroots.Count;
        demo.Units["nonState"] = tree.Grassroots.Count(u => u.Sector == Sector.NonState);
        demo.Units["sampleGrassrootsCode"] = tree.Grassroots[0].Code;
        demo.Say($"Liên đoàn trình diễn: {tree.All.Count} đơn vị, {people.Accounts.Count} tài khoản.");
    }
}
