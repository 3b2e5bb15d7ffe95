using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>The kinds of units and which may stand under which, as dated rows with their source. An installation may change them; only
/// missing kinds are added.</summary>
internal sealed class SeedUnitKinds(UnionDb db) : ISeed
{
    private const string Law2012 = "Luật Công đoàn 2012, Điều lệ Công đoàn Việt Nam",
        Law2024 = "Luật Công đoàn 50/2024/QH15 (sửa bởi Luật 97/2025/QH15), điều 8";

    private static readonly DateOnly Beginning = new(1929, 7, 28),
        Reform = new(2025, 7, 1);

    private static readonly (string Code, string Name, bool IsPart)[] Kinds =
    [
        ("confederation", "Tổng Liên đoàn", false),
        ("federation", "Liên đoàn Lao động tỉnh, thành phố", false),
        ("board", "Ban chuyên môn", true),
        ("district", "Liên đoàn Lao động cấp huyện", false),
        ("branch", "Công đoàn ngành địa phương", false),
        ("commune", "Công đoàn xã, phường", false),
        ("zone", "Công đoàn các khu công nghiệp, khu kinh tế", false),
        ("grassroots", "Công đoàn cơ sở", false),
        ("syndicate", "Nghiệp đoàn cơ sở", false),
        ("section", "Công đoàn bộ phận", true),
        ("group", "Tổ công đoàn", true),
    ];

    /// <summary>The last day of a rule is null: how long a level stays is decided by the administrator when its law ends here.</summary>
    private static readonly (string? Parent, string Child, DateOnly From, string Source)[] Rules =
    [
        (null, "confederation", Beginning, Law2012),
        (null, "federation", Beginning, Law2012),
        ("confederation", "federation", Beginning, Law2012),
        ("confederation", "board", Beginning, Law2012),
        ("federation", "board", Beginning, Law2012),
        ("federation", "district", Beginning, Law2012),
        ("federation", "branch", Beginning, Law2012),
        ("federation", "zone", Beginning, Law2012),
        ("federation", "commune", Reform, Law2024),
        ("federation", "grassroots", Beginning, Law2012),
        ("federation", "syndicate", Beginning, Law2012),
        ("district", "grassroots", Beginning, Law2012),
        ("district", "syndicate", Beginning, Law2012),
        ("branch", "grassroots", Beginning, Law2012),
        ("zone", "grassroots", Beginning, Law2012),
        ("commune", "grassroots", Reform, Law2024),
        ("commune", "syndicate", Reform, Law2024),
        ("grassroots", "section", Beginning, Law2012),
        ("grassroots", "group", Beginning, Law2012),
        ("section", "group", Beginning, Law2012),
        ("syndicate", "group", Beginning, Law2012),
    ];

    public int Order => 10;

    public async Task HandleAsync(CancellationToken ct)
    {
        var known = (await db.Set<UnitKind>().Select(k => k.Code).ToListAsync(ct)).ToHashSet();
        foreach (var ((code, name, isPart), rank) in Kinds.Select((kind, i) => (kind, i)).Where(k => !known.Contains(k.kind.Code)))
            db.Add(
                new UnitKind
                {
                    Code = code,
                    Name = name,
                    Rank = rank,
                    IsPartOfParent = isPart,
                    ValidFrom = code == "commune" ? Reform : Beginning,
                    Source = code == "commune" ? Law2024 : Law2012,
                }
            );
        foreach (var (parent, child, from, source) in Rules.Where(r => !known.Contains(r.Child)))
            db.Add(
                new UnitKindRule
                {
                    Id = Ids.New(),
                    ParentKind = parent,
                    ChildKind = child,
                    ValidFrom = from,
                    Source = source,
                }
            );
        await db.SaveChangesAsync(ct);
    }
}
