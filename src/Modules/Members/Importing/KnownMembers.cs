using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>The members of the registry that a list may mean, as far as the list has been read.</summary>
internal sealed class KnownMembers(UnionDb db)
{
    /// <summary>Keys asked for at once.</summary>
    private const int AtOnce = 2000;

    private readonly Dictionary<Guid, Member> _all = [];
    private readonly Dictionary<Guid, Member> _byNationalId = [];
    private readonly Dictionary<string, Member> _byNumber = [];
    private readonly Dictionary<(Guid Unit, string Name), List<Member>> _byName = [];
    private readonly HashSet<Guid> _units = [];

    /// <param name="keys">Hashes of identity numbers.</param>
    /// <param name="units">Where people without a number are looked for by name and birthday.</param>
    public async Task LoadAsync(IEnumerable<Guid> keys, IEnumerable<string> numbers, IEnumerable<Guid> units, CancellationToken ct)
    {
        foreach (var some in units.Where(_units.Add).Chunk(AtOnce))
        foreach (var found in await db.Members.AsNoTracking().Where(m => some.Contains(m.UnitId)).ToListAsync(ct))
        {
            var member = Keep(found);
            if (!_byName.TryGetValue((member.UnitId, member.NameFold), out var alike))
                _byName[(member.UnitId, member.NameFold)] = alike = [];
            alike.Add(member);
        }
        foreach (var some in keys.Where(key => !_byNationalId.ContainsKey(key)).Chunk(AtOnce))
        foreach (var found in await db.Members.AsNoTracking().Where(m => some.Contains(m.NationalIdKey!.Value)).ToListAsync(ct))
            Keep(found);
        foreach (var some in numbers.Where(number => !_byNumber.ContainsKey(number)).Chunk(AtOnce))
        foreach (var found in await db.Members.AsNoTracking().Where(m => some.Contains(m.MemberNumber)).ToListAsync(ct))
            Keep(found);
    }

    /// <summary>The same row is one object, whichever way and however often it was found: the list may have changed it.</summary>
    private Member Keep(Member found)
    {
        if (_all.TryGetValue(found.Id, out var kept))
            return kept;
        if (found.NationalIdKey is { } key)
            _byNationalId[key] = found;
        if (found.MemberNumber is { } number)
            _byNumber[number] = found;
        return _all[found.Id] = found;
    }

    public Member? WithNationalId(Guid key) => _byNationalId.GetValueOrDefault(key);

    public Member? WithNumber(string number) => _byNumber.GetValueOrDefault(number);

    /// <summary>Those of the union with the same folded name whose birthday and sex do not contradict.</summary>
    public IReadOnlyList<Member> Alike(Guid unit, MemberRow row) =>
        _byName.Count > 0 && _byName.TryGetValue((unit, Fold.Text(row.FullName)), out var alike)
            ?
            [
                .. alike
                    .Where(m => m.Sex is null || row.Sex is null || m.Sex == row.Sex)
                    .Where(m => m.BirthYear is null || row.Born is not { } born || m.BirthYear == born.Year)
                    .Where(m => m.BornOn is null || row.Born?.Day is not { } day || m.BornOn == day),
            ]
            : [];
}
