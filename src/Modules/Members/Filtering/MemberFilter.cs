using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Filtering;

/// <summary>The conditions in the address of a page, put on the members whom the person may see.</summary>
internal sealed class MemberFilter(UnionDb db, UserContext user)
{
    /// <summary>Longest value of a condition, in characters.</summary>
    private const int Longest = 200;

    /// <summary>Of a value that a problem names, in characters.</summary>
    private const int MostShown = 40;

    /// <summary>Of one union or of a unit and all below it: by its id, or by its code, which people know.</summary>
    public const string UnitIdName = "don-vi",
        UnitCodeName = "ma-don-vi";

    /// <summary>What the list was asked for, in words: "Giới tính: Nữ".</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>Null when no unit was asked for.</summary>
    public string? UnitName { get; private set; }

    /// <param name="problems">Gets what can't be understood; the condition is left out then.</param>
    public async Task<IQueryable<Member>> ApplyAsync(IQueryCollection query, ModelStateDictionary problems, CancellationToken ct)
    {
        var person = user.Required;
        var members = await OfUnitAsync(db.Members.AsNoTracking().VisibleTo(person, Permissions.Read), query, problems, ct);
        List<string> words = UnitName is null ? [] : ["Đơn vị: " + UnitName];
        foreach (var condition in MemberConditions.All)
        {
            var value = query[condition.Name].ToString().Trim();
            if (value.Length == 0)
                continue;
            if (condition.Needs is { } needed)
                members = members.VisibleTo(person, needed);
            if (value.Length <= Longest && condition.Keep(members, db, value) is { } kept)
            {
                members = kept;
                words.Add($"{condition.Label}: {condition.Shown(value)}");
            }
            else
                problems.AddModelError(condition.Name, $"“{condition.Label}” không đọc được “{value.Shortened(MostShown)}”; hãy ghi lại.");
        }
        Words = words;
        return members;
    }

    private async Task<IQueryable<Member>> OfUnitAsync(
        IQueryable<Member> members,
        IQueryCollection query,
        ModelStateDictionary problems,
        CancellationToken ct
    )
    {
        var (code, isId) = (query[UnitCodeName].ToString().Trim(), Guid.TryParse(query[UnitIdName], out var id));
        if (code.Length == 0 && !isId)
            return members;
        var unit = await db
            .Units.Where(u => code.Length > 0 ? u.Code == code : u.Id == id)
            .Select(u => new { u.Path, u.Name })
            .FirstOrDefaultAsync(ct);
        if (unit is null)
        {
            if (code.Length > 0)
                problems.AddModelError(UnitCodeName, $"Không có đơn vị nào mã “{code.Shortened(MostShown)}”; xem mã ở trang Đơn vị.");
            return members.Where(_ => false);
        }
        UnitName = unit.Name;
        return members.OfUnitsWithin(unit.Path);
    }
}
