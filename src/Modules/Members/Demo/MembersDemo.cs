using DoanKet.Kernel;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Synthetic;
using DoanKet.Modules.Members.Transfers;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>Some members of the demonstration federation, all made up, of whom a few wait for the union above.</summary>
internal sealed class MembersDemo(UnionDb db, GenerateMembers generate, KeepFigures figures, TimeProvider time) : IDemoPart
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
        var waiting = await db.Members.OrderBy(m => m.Unit.Code).ThenBy(m => m.Id).Take(Waiting).ToListAsync(ct);
        foreach (var member in waiting)
        {
            var before = MemberShare.Of(member);
            member.State = MemberState.AwaitingApproval;
            figures.Replace(before, member);
        }
        await figures.SaveAsync(ct);
        await AskTransferAsync(ct);
        demo.Say($"Đoàn viên trình diễn: {made.Value.Members} người giả lập; thêm bằng doanket members generate.");
    }

    /// <summary>Somebody from elsewhere wants to come to the union of the officer who signs in.</summary>
    private async Task AskTransferAsync(CancellationToken ct)
    {
        var to = await db.Members.OrderBy(m => m.Unit.Code).Select(m => m.UnitId).FirstAsync(ct);
        var member = await db
            .Members.Where(m => m.UnitId != to && m.State == MemberState.Active)
            .OrderBy(m => m.Unit.Code)
            .ThenBy(m => m.Id)
            .FirstOrDefaultAsync(ct);
        if (member is null)
            return;
        db.Add(
            new MemberTransfer
            {
                Id = Ids.New(),
                MemberId = member.Id,
                FromUnitId = member.UnitId,
                ToUnitId = to,
                IsFromHome = true,
                On = time.Today(),
                DecisionNumber = "07/GGT-CĐCS",
                AskedAt = time.UtcDateTime(),
                AskedBy = "Trình diễn",
            }
        );
        await db.SaveChangesAsync(ct);
    }
}
