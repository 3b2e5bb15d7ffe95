using DoanKet.Kernel.Units;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>What a pasted list came to: the units found, and the lines that name none or more than one.</summary>
internal sealed record PastedOutcome(IReadOnlyList<Guid> UnitIds, IReadOnlyList<PastedLine> Unmatched);

internal sealed record PastedLine(string Text, string WhatToDo);

/// <summary>Reads a list with a code or an exact name on each line, tone marks and capitals aside.</summary>
internal static class PastedReceivers
{
    private const int MaxLines = 5000;

    public static async Task<PastedOutcome> ReadAsync(IQueryable<Unit> possible, string? pasted, CancellationToken ct)
    {
        var lines = (pasted ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Clean)
            .Where(l => l.Length > 0)
            .Distinct()
            .Take(MaxLines)
            .ToList();
        if (lines.Count == 0)
            return new([], []);
        // The whole list of a province is 3,000 short rows: one query and two dictionaries beat a query for every line.
        var units = await possible
            .Select(u => new
            {
                u.Id,
                u.Code,
                u.Name,
            })
            .ToListAsync(ct);
        var byCode = units.ToLookup(u => Fold.Text(u.Code), u => u.Id);
        var byName = units.ToLookup(u => Fold.Text(u.Name), u => u.Id);
        List<Guid> found = [];
        List<PastedLine> unmatched = [];
        foreach (var line in lines)
        {
            var key = Fold.Text(line);
            var ids = byCode[key].ToList() is { Count: > 0 } coded ? coded : [.. byName[key]];
            if (ids.Count == 1)
                found.Add(ids[0]);
            else
                unmatched.Add(
                    new(
                        line,
                        ids.Count == 0
                            ? "Không có đơn vị đang hoạt động nào mang mã hoặc tên này. Hãy tìm ở ô tìm kiếm, hoặc ghi vào nơi nhận "
                                + "ngoài hệ thống."
                            : $"Có {ids.Count} đơn vị cùng tên. Hãy dán mã đơn vị thay cho tên."
                    )
                );
        }
        return new([.. found.Distinct()], unmatched);
    }

    /// <summary>Lists are pasted from "Nơi nhận" too: a dash or number in front and a semicolon behind are no part of the name.</summary>
    private static string Clean(string line) =>
        line.Trim().TrimStart('-', '–', '+', '•', '*', ' ', '\t').TrimEnd(';', ',', '.', ' ').Trim();
}
