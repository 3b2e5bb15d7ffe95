using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Secrets;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>A known member as the list leaves it, and what was before.</summary>
internal sealed record ChangedMember(
    MemberRecord Record,
    string Before,
    MemberShare ShareBefore,
    MemberPlace PlaceBefore,
    bool HadSensitive
);

/// <summary>Decides for each row of a list what it means to the registry.</summary>
internal sealed class ImportPlan(UnionDb db, ImportRequest request, FieldCipher cipher, DateTime now, MemberState stateOfNew)
{
    private const int AtOnce = 2000;

    private readonly Dictionary<Guid, int> _linesByNationalId = [];
    private readonly Dictionary<(Guid, string, BirthDate?, Sex?), int> _linesByName = [];
    private readonly HashSet<Guid> _meant = [];
    private Dictionary<string, Guid> _units = [];
    private readonly Dictionary<Guid, MemberProfile> _profiles = [];
    private readonly Dictionary<Guid, MemberSensitive> _sensitive = [];
    private readonly KnownMembers _known = new(db);
    private Unit _unit = null!;
    private bool _hasUnionsBelow;

    public List<RowOutcome> Outcomes { get; } = [];

    public List<MemberRecord> New { get; } = [];

    public List<ChangedMember> Changed { get; } = [];

    /// <summary>Whose list it is.</summary>
    public async Task BeginAsync(Unit unit, DateOnly today, CancellationToken ct)
    {
        _unit = unit;
        var below = await db
            .Units.AsNoTracking()
            .Within(unit.Path)
            .Living(today)
            .Where(u => !u.Kind.IsPartOfParent)
            .Select(u => new { u.Id, u.Code })
            .ToListAsync(ct);
        _units = below.ToDictionary(u => Fold.Compact(u.Code), u => u.Id);
        _hasUnionsBelow = below.Exists(u => u.Id != unit.Id);
    }

    /// <summary>Decides about the next rows: a province is not read whole before the first is decided.</summary>
    public async Task DecideAsync(IReadOnlyList<MemberRow> rows, CancellationToken ct)
    {
        foreach (var row in rows)
            row.NationalIdKey = row.NationalId is { } id ? cipher.Hash(Member.NationalIdPurpose, id.Digits) : null;
        await _known.LoadAsync(
            rows.Select(row => row.NationalIdKey).OfType<Guid>().Distinct(),
            rows.Select(row => row.Text(MemberField.MemberNumber)).Where(number => number.Length > 0).Distinct(),
            rows.Select(UnitOf).OfType<Guid>(),
            ct
        );
        var found = rows.Select(row => Find(row).Known?.Id).OfType<Guid>().Distinct().Where(id => !_profiles.ContainsKey(id));
        foreach (var some in found.Chunk(AtOnce))
        {
            foreach (var profile in await db.Profiles.AsNoTracking().Where(p => some.Contains(p.MemberId)).ToListAsync(ct))
                _profiles[profile.MemberId] = profile;
            foreach (var sensitive in await db.Sensitive.AsNoTracking().Where(s => some.Contains(s.MemberId)).ToListAsync(ct))
                _sensitive[sensitive.MemberId] = sensitive;
        }
        foreach (var row in rows)
            Decide(row);
    }

    private void Decide(MemberRow row)
    {
        var (known, doubt) = row.Problems.Count == 0 ? Find(row) : (null, null);
        if (UnitOf(row) is null)
            row.Problems.Add(WhyNoUnit(row));
        if (row.NationalIdKey is { } key && !_linesByNationalId.TryAdd(key, row.Line))
            row.Problems.Add($"Trùng số CCCD với dòng {_linesByNationalId[key]}.");
        else if (known is not null && !_meant.Add(known.Id))
            row.Problems.Add("Một dòng ở trên đã là người này.");
        else if (
            UnitOf(row) is { } unit
            && row.NationalId is null
            && !_linesByName.TryAdd((unit, Fold.Text(row.FullName), row.Born, row.Sex), row.Line)
        )
            row.Doubts.Add($"Giống hệt dòng {_linesByName[(unit, Fold.Text(row.FullName), row.Born, row.Sex)]}.");
        if (doubt is not null)
            row.Doubts.Add(doubt);
        if (known is not null && known.UnitId != UnitOf(row))
            row.Problems.Add("Người này đang là đoàn viên của một công đoàn khác; hãy làm thủ tục chuyển sinh hoạt.");
        // Most rows have nothing to say, and a province has many.
        IReadOnlyList<string> reasons = row.Problems.Count + row.Doubts.Count == 0 ? [] : [.. row.Problems, .. row.Doubts];
        Outcomes.Add(new(row.Line, row.FullName, Take(row, known), reasons, row.Notes.Count == 0 ? [] : row.Notes));
    }

    private RowStatus Take(MemberRow row, Member? known)
    {
        if (row.Problems.Count > 0)
            return RowStatus.Rejected;
        if (row.Doubts.Count > 0 && !request.Accepts(row.Line))
            return RowStatus.Doubtful;
        return known is null ? Add(row) : Update(row, known);
    }

    private RowStatus Add(MemberRow row)
    {
        var member = Draft(row);
        member.Id = Ids.New();
        (member.State, member.EnteredAt) = (stateOfNew, now);
        Identify(member, row);
        var record = new MemberRecord(member, new() { MemberId = member.Id }, new() { MemberId = member.Id });
        record.Take(row);
        New.Add(record);
        return RowStatus.New;
    }

    private RowStatus Update(MemberRow row, Member known)
    {
        var hadSensitive = _sensitive.TryGetValue(known.Id, out var sensitive);
        var record = new MemberRecord(
            known,
            _profiles.GetValueOrDefault(known.Id) ?? new() { MemberId = known.Id },
            sensitive ?? new() { MemberId = known.Id }
        );
        var before = MemberValues.TextOf(record);
        var (share, place) = (MemberShare.Of(known), MemberPlace.Of(record));
        var changed = record.Take(row);
        if (known.NationalIdKey is null && row.NationalId is not null)
        {
            Identify(known, row);
            changed = true;
        }
        if (!changed)
            return RowStatus.Unchanged;
        Changed.Add(new(record, before, share, place, hadSensitive));
        return RowStatus.Updated;
    }

    /// <summary>Whom of the registry the row means, and what makes it doubtful.</summary>
    private (Member? Known, string? Doubt) Find(MemberRow row)
    {
        if (row.NationalIdKey is { } key && _known.WithNationalId(key) is { } sameId)
            return (sameId, Alike(sameId, row) ? null : $"Số CCCD này trong phần mềm là của {NameOf(sameId, row)}.");
        if (row.Text(MemberField.MemberNumber) is { Length: > 0 } number && _known.WithNumber(number) is { } sameNumber)
            return (sameNumber, Alike(sameNumber, row) ? null : $"Mã đoàn viên này trong phần mềm là của {NameOf(sameNumber, row)}.");
        if (UnitOf(row) is not { } unit || row.FullName.Length == 0)
            return (null, null);
        var alike = _known.Alike(unit, row).Where(m => m.NationalIdKey is null || row.NationalId is null).ToList();
        return alike switch
        {
            [] => (null, null),
            [var one] when one.Born is not null && row.Born is not null => (one, null),
            [var one] => (one, $"Có thể là {one.FullName} đã có trong phần mềm (thiếu ngày sinh để so)."),
            _ => (null, $"Trong đơn vị có {alike.Count} người trùng họ tên và ngày sinh."),
        };
    }

    /// <summary>A list does not tell its union who is a member of another one.</summary>
    private string NameOf(Member known, MemberRow row) => known.UnitId == UnitOf(row) ? known.FullName : "một người khác";

    /// <summary>The same name, or at least the same given name and birthday: people marry and correct slips.</summary>
    private static bool Alike(Member known, MemberRow row) =>
        known.NameFold == Fold.Text(row.FullName)
        || (PersonName.Backward(row.FullName).Split(' ')[0] == known.NameBackward.Split(' ')[0] && row.Born == known.Born);

    private Member Draft(MemberRow row)
    {
        var member = new Member
        {
            UnitId = UnitOf(row) ?? _unit.Id,
            Sex = row.Sex,
            Born = row.Born,
        };
        member.Rename(row.FullName);
        return member;
    }

    private void Identify(Member member, MemberRow row)
    {
        if (row.NationalId is not { } id)
            return;
        member.NationalIdSealed = cipher.Seal(id.Digits);
        member.NationalIdKey = row.NationalIdKey;
    }

    private Guid? UnitOf(MemberRow row) =>
        row.UnitCode is { } code ? (_units.TryGetValue(Fold.Compact(code), out var unit) ? unit : null)
        : _hasUnionsBelow ? null
        : _unit.Id;

    private string WhyNoUnit(MemberRow row) =>
        row.UnitCode is { } code
            ? $"Không có công đoàn nào mã “{code}” trong {_unit.Name}."
            : $"{_unit.Name} có các công đoàn bên dưới: hãy thêm cột “Mã CĐCS”, hoặc nhập vào đúng công đoàn cơ sở.";
}
