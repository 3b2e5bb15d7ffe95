using System.Runtime.CompilerServices;
using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Persistence;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Shared;

/// <summary>Counts the members of every union again and compares with the kept figures.</summary>
internal sealed class FiguresCheck(UnionDb db) : IIntegrityCheck
{
    public string Name => "Số đoàn viên";

    public async IAsyncEnumerable<string> FindAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var kept = await db.Set<UnionFigures>()
            .Select(f => new
            {
                f.UnitId,
                Share = new MemberShare(f.Members, f.Women, f.Waiting, f.WithoutNationalId, f.WithoutBirthday, f.WithoutPhone),
            })
            .ToDictionaryAsync(f => f.UnitId, f => f.Share, ct);
        var counted = await db
            .Members.GroupBy(m => m.UnitId)
            .Select(g => new
            {
                g.Key,
                Members = g.Count(m => m.State == MemberState.Active || m.State == MemberState.Paused),
                Women = g.Count(m => (m.State == MemberState.Active || m.State == MemberState.Paused) && m.Sex == Sex.Female),
                Waiting = g.Count(m => m.State == MemberState.AwaitingApproval),
                NoNumber = g.Count(m => (m.State == MemberState.Active || m.State == MemberState.Paused) && m.NationalIdKey == null),
                NoBirthday = g.Count(m => (m.State == MemberState.Active || m.State == MemberState.Paused) && m.BornOn == null),
                NoPhone = g.Count(m => (m.State == MemberState.Active || m.State == MemberState.Paused) && m.Phone == ""),
            })
            .ToDictionaryAsync(g => g.Key, g => new MemberShare(g.Members, g.Women, g.Waiting, g.NoNumber, g.NoBirthday, g.NoPhone), ct);
        foreach (var unit in kept.Keys.Union(counted.Keys).Order())
            if (kept.GetValueOrDefault(unit) != counted.GetValueOrDefault(unit))
                yield return $"Đơn vị {unit}: đã giữ {kept.GetValueOrDefault(unit)}, đếm lại {counted.GetValueOrDefault(unit)}";
    }
}
