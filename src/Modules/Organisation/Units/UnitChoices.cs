using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Ui.UnitPicker;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>Finds units for the picker.</summary>
internal sealed class UnitChoices(UnionDb db, TimeProvider time) : IUnitChoices
{
    /// <summary>More lines than any federation of today has units.</summary>
    private const int MaxLines = 20_000;

    private IQueryable<Unit> Living => db.Units.AsNoTracking().Living(time.Today());

    public async Task<IReadOnlyList<UnitChoice>> FindAsync(string words, int take, CancellationToken ct) =>
        await Choices(Living.Matching(words).OrderBy(u => u.Path.Length).ThenBy(u => u.NameFold).ThenBy(u => u.Id))
            .Take(take)
            .ToListAsync(ct);

    public async Task<IReadOnlyList<UnitChoice>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Choices(db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.NameFold).ThenBy(u => u.Id)).ToListAsync(ct);

    public async Task<PastedUnits> PastedAsync(string lines, CancellationToken ct)
    {
        var all = await Choices(Living).ToListAsync(ct);
        var byText = all.SelectMany(u => new[] { (Text: Fold.Text(u.Code), Unit: u), (Text: Fold.Text(u.Name), Unit: u) })
            .ToLookup(u => u.Text, u => u.Unit);
        var (found, unknown) = (new List<UnitChoice>(), new List<string>());
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MaxLines))
        {
            var matches = byText[Fold.Text(line)].Distinct().Take(2).ToList();
            if (matches.Count == 1)
                found.Add(matches[0]);
            else
                unknown.Add(line);
        }
        return new([.. found.Distinct()], unknown);
    }

    private static IQueryable<UnitChoice> Choices(IQueryable<Unit> units) =>
        units.Select(u => new UnitChoice(u.Id, u.Name, u.Code, u.Kind.Name, u.Parent == null ? null : u.Parent.Name));
}
