using DoanKet.Kernel;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Testing;

/// <summary>Puts units into a tree without the pages.</summary>
public sealed class UnitPlant(UnionDb db)
{
    /// <summary>The sequence from which the program's own pages go on.</summary>
    private Counter _ordinals = null!;

    public async Task KindsAsync()
    {
        if (await db.Set<Counter>().FirstOrDefaultAsync(c => c.Key == "unit-ordinal") is { } ordinals)
            _ordinals = ordinals;
        else
            db.Add(_ordinals = new() { Key = "unit-ordinal" });
        var known = await db.Set<UnitKind>().Select(k => k.Code).ToListAsync();
        foreach (
            var (code, name, part) in (ReadOnlySpan<(string, string, bool)>)
                [
                    ("federation", "Liên đoàn Lao động tỉnh", false),
                    ("board", "Ban chuyên môn", true),
                    ("district", "Liên đoàn Lao động cấp huyện", false),
                    ("grassroots", "Công đoàn cơ sở", false),
                ]
        )
            if (!known.Contains(code))
                db.Add(
                    new UnitKind
                    {
                        Code = code,
                        Name = name,
                        IsPartOfParent = part,
                    }
                );
        await db.SaveChangesAsync();
    }

    public Unit Add(Unit? parent, string kind, string code, string name, string symbol)
    {
        var ordinal = ++_ordinals.Value;
        var unit = new Unit
        {
            Id = Ids.New(),
            Ordinal = ordinal,
            KindCode = kind,
            ParentId = parent?.Id,
            Path = UnitPath.Under(parent?.Path, ordinal),
            Code = code,
            Name = name,
            Symbol = symbol,
            ValidFrom = new(2000, 1, 1),
        };
        db.Add(unit);
        return unit;
    }
}
