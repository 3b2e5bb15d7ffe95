using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>What a pasted list came to: the units found, and the lines that name none or more than one.</summary>
internal sealed record PastedOutcome(IReadOnlyList<Guid> UnitIds, IReadOnlyList<PastedLine> Unmatched);

/// <summary>A line that was not understood, and the units it may mean.</summary>
internal sealed record PastedLine(string Text, string WhatToDo, IReadOnlyList<NamedUnit> Perhaps);

/// <summary>Reads a list with a code or a name on each line, see <see cref="UnitLines"/>.</summary>
internal static class PastedReceivers
{
    /// <summary>Lines that are shown with what they may mean; there is time for no more.</summary>
    public const int Explained = 50;

    public static async Task<PastedOutcome> ReadAsync(IQueryable<Unit> possible, string? pasted, CancellationToken ct)
    {
        var lines = (pasted ?? "")
            .Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Clean)
            .Where(l => l.Length > 0)
            .Distinct()
            .ToList();
        if (lines.Count == 0)
            return new([], []);
        // The whole list of a province is 3,000 short rows: one query and two dictionaries beat a query for every line.
        var known = new UnitLines(await possible.Select(u => new NamedUnit(u.Id, u.Code, u.Name)).ToListAsync(ct));
        HashSet<Guid> found = [];
        List<PastedLine> unmatched = [];
        foreach (var line in lines)
        {
            var units = known.Find(line);
            if (units.Count == 1)
                found.Add(units[0].Id);
            else
                unmatched.Add(units.Count > 1 ? Several(line, units) : None(line, unmatched.Count < Explained ? known.Nearest(line) : []));
        }
        return new([.. found], unmatched);
    }

    private static PastedLine Several(string line, IReadOnlyList<NamedUnit> units) =>
        new(line, $"Dòng này chỉ {units.Count} đơn vị. Hãy chọn đúng đơn vị:", [.. units.Take(Explained)]);

    private static PastedLine None(string line, IReadOnlyList<NamedUnit> nearest) =>
        new(
            line,
            nearest.Count > 0
                ? "Không có đơn vị nào đúng mã hoặc tên này. Có phải:"
                : "Không có đơn vị đang hoạt động nào mang mã hoặc tên này. Hãy tìm ở ô tìm kiếm, hoặc ghi vào nơi nhận ngoài hệ thống.",
            nearest
        );

    /// <summary>Lists are pasted from "Nơi nhận" too: a dash in front and a full stop behind are no part of the name.</summary>
    private static string Clean(string line) => line.Trim().TrimStart('-', '–', '+', '•', '*', ' ').TrimEnd(',', '.', ' ').Trim();
}
