using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Synthetic;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>Some members of the demonstration federation, all made up, of whom a few wait for the union above.</summary>
internal sealed class MembersDemo(UnionDb db, GenerateMembers generate) : IDemoPart
{
    private const int Members = 400,
        Seed = 2021,
        Waiting = 12;

    /// <summary>After the units.</summary>
    public int Order => 70;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var made = await generate.HandleAsync(Members, Seed, null, ct);
        if (!made.Ok)
            return;
        // The first union is that of the officer who signs in.
        var waiting = await db.Members.OrderBy(m => m.Unit.Code).ThenBy(m => m.Id).Take(Waiting).Select(m => m.Id).ToListAsync(ct);
        await db
            .Members.Where(m => waiting.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MemberState.AwaitingApproval), ct);
        demo.Say($"Đoàn viên trình diễn: {made.Value.Members} người giả lập; thêm bằng doanket members generate.");
    }
}
