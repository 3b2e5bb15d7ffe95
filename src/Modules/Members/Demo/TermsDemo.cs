using DoanKet.Kernel;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Terms;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>The term of the first union, which soon has its congress, and who is in its committee.</summary>
internal sealed class TermsDemo(UnionDb db, TimeProvider time) : IDemoPart
{
    private const int People = 5;

    /// <summary>After the second entries, so that nobody of them is merged away.</summary>
    public int Order => 76;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var members = await db
            .Members.Where(m => m.State == MemberState.Active)
            .OrderBy(m => m.Unit.Code)
            .ThenBy(m => m.Id)
            .Take(People)
            .ToListAsync(ct);
        if (members.Count == 0)
            return;
        var to = time.Today().AddMonths(3);
        var term = new UnionTerm
        {
            Id = Ids.New(),
            UnitId = members[0].UnitId,
            Name = $"Nhiệm kỳ {to.Year - 5}–{to.Year}",
            FromOn = to.AddYears(-5),
            ToOn = to,
            NextCongressOn = to.AddDays(-10),
        };
        db.Add(term);
        var positions = UnionBody.Executive.Positions();
        foreach (var (i, member) in members.Where(m => m.UnitId == term.UnitId).Index())
            db.Add(
                new UnionPost
                {
                    Id = Ids.New(),
                    TermId = term.Id,
                    Body = UnionBody.Executive,
                    Position = positions[Math.Min(i, positions.Count - 1)],
                    FullName = member.FullName,
                    MemberId = member.Id,
                    FromOn = term.FromOn,
                }
            );
        await db.SaveChangesAsync(ct);
    }
}
