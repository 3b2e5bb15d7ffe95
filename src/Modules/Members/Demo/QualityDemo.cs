using DoanKet.Kernel;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Quality;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>The first unions have counted their points of last year; most have been graded, the first one waits.</summary>
internal sealed class QualityDemo(UnionDb db, TimeProvider time) : IDemoPart
{
    private const int Unions = 40;

    public int Order => 77;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var year = UnionRating.YearOn(time.Today());
        var levels = await db.QualityLevels.OrderByDescending(l => l.FromPoints).ToListAsync(ct);
        var unions = await db
            .Units.Where(u => u.Kind.Code == "grassroots")
            .OrderBy(u => u.Code)
            .Select(u => u.Id)
            .Take(Unions)
            .ToListAsync(ct);
        if (levels.Count == 0)
            return;
        foreach (var (i, unit) in unions.Index())
        {
            var points = demo.Random.Next(45, 100);
            var level = levels.First(l => l.FromPoints <= points);
            var isDecided = i % 4 != 0;
            db.Add(
                new UnionRating
                {
                    Id = Ids.New(),
                    UnitId = unit,
                    Year = year,
                    ProposedPoints = points,
                    ProposedCode = level.Code,
                    ProposedName = level.Name,
                    ProposedAt = time.UtcDateTime(),
                    ProposedBy = "Trình diễn",
                    LevelCode = isDecided ? level.Code : "",
                    LevelName = isDecided ? level.Name : "",
                    DecidedOn = isDecided ? time.Today() : null,
                    DecisionNumber = isDecided ? "12/QĐ-LĐLĐ" : "",
                }
            );
        }
        await db.SaveChangesAsync(ct);
    }
}
