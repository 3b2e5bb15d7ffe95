using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>The members of the registry that a list may mean.</summary>
internal sealed class KnownMembers
{
    /// <summary>Keys asked for at once.</summary>
    private const int AtOnce = 2000;

    private readonly Dictionary<Guid, Member> _byNationalId = [];
    private readonly Dictionary<string, Member> _byNumber = [];
    private readonly ILookup<(Guid Unit, string Name), Member> _byName;

    private KnownMembers(IEnumerable<Member> byKey, IEnumerable<Member> ofUnits)
    {
        foreach (var member in byKey)
        {
            if (member.NationalIdKey is { } key)
                _byNationalId[key] = member;
            if (member.MemberNumber is { } number)
                _byNumber[number] = member;
        }
        _byName = ofUnits.ToLookup(member => (member.UnitId, member.NameFold));
    }

    /// <param name="keys">Hashes of the identity numbers in the list.</param>
    /// <param name="units">Where people without a number are looked for by name and birthday.</param>
    public static async Task<KnownMembers> LoadAsync(
        UnionDb db,
        IReadOnlyCollection<Guid> keys,
        IReadOnlyCollection<string> numbers,
        IReadOnlyCollection<Guid> units,
        CancellationToken ct
    )
    {
        List<Member> byKey = [];
        foreach (var some in keys.Chunk(AtOnce))
            byKey.AddRange(await db.Members.AsNoTracking().Where(m => some.Contains(m.NationalIdKey!.Value)).ToListAsync(ct));
        foreach (var some in numbers.Chunk(AtOnce))
            byKey.AddRange(await db.Members.AsNoTracking().Where(m => some.Contains(m.MemberNumber)).ToListAsync(ct));
        List<Member> ofUnits = [];
        foreach (var some in units.Chunk(AtOnce))
            ofUnits.AddRange(await db.Members.AsNoTracking().Where(m => some.Contains(m.UnitId)).ToListAsync(ct));
        // The same row is one object, whichever way it was found.
        var all = byKey.Concat(ofUnits).DistinctBy(m => m.Id).ToDictionary(m => m.Id);
        return new(byKey.Select(m => all[m.Id]), ofUnits.Select(m => all[m.Id]));
    }

    public Member? WithNationalId(Guid key) => _byNationalId.GetValueOrDefault(key);

    public Member? WithNumber(string number) => _byNumber.GetValueOrDefault(number);

    /// <summary>Those of the union with the same folded name whose birthday and sex do not contradict.</summary>
    public IReadOnlyList<Member> Alike(Guid unit, Member like) =>
        [
            .. _byName[(unit, like.NameFold)]
                .Where(m => m.Sex is null || like.Sex is null || m.Sex == like.Sex)
                .Where(m => m.BirthYear is null || like.BirthYear is null || m.BirthYear == like.BirthYear)
                .Where(m => m.BornOn is null || like.BornOn is null || m.BornOn == like.BornOn),
        ];
}
