using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Testing;

/// <summary>Puts units into a tree without the pages.</summary>
public sealed class UnitPlant(UnionDb db)
{
    private int _ordinal;

    public async Task KindsAsync()
    {
        _ordinal = await db.Units.MaxAsync(u => (int?)u.Ordinal) ?? 0;
        var known = await db.Set<UnitKind>().Select(k => k.Code).ToListAsync();
        foreach (var (code, name, part) in (ReadOnlySpan<(string, string, bool)>)[
            ("federation", "Liên đoàn Lao động tỉnh", false), ("board", "Ban chuyên môn", true),
            ("district", "Liên đoàn Lao động cấp huyện", false), ("grassroots", "Công đoàn cơ sở", false)])
            if (!known.Contains(code))
                db.Add(new UnitKind { Code = code, Name = name, IsPartOfParent = part });
        await db.SaveChangesAsync();
    }

    public Unit Add(Unit? parent, string kind, string code, string name, string symbol)
    {
        var ordinal = ++_ordinal;
        var unit = new Unit
        {
            Id = Ids.New(),
            Ordinal = ordinal,
            KindCode = kind,
            ParentId = parent?.Id,
            Path = UnitPath.Of(parent?.Path, ordinal),
            Code = code,
            Name = name,
            Symbol = symbol,
            ValidFrom = new(2000, 1, 1),
        };
        db.Add(unit);
        return unit;
    }
}
