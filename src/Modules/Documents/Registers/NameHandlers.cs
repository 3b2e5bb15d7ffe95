using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>
/// "Đơn vị hoặc người nhận" and "Ngày chuyển": to whom the leader gave a document, and when. Whom a later directive relieved stays: a
/// book once printed does not change.
/// </summary>
internal sealed class NameHandlers(UnionDb db)
{
    internal sealed record Given(string Names, DateOnly GivenOn);

    public async Task<IReadOnlyDictionary<Guid, Given>> ForAsync(IReadOnlyList<Guid> incoming, CancellationToken ct)
    {
        var parts = await db
            .Assignments.AsNoTracking()
            .Where(a => incoming.Contains(a.IncomingId) && a.FromId == null)
            .OrderBy(a => a.Role)
            .ThenBy(a => a.Id)
            .Select(a => new
            {
                a.IncomingId,
                a.Role,
                a.AssignedAt,
                Name = a.ToUnit != null ? a.ToUnit.Name : a.ToAccount!.FullName,
            })
            .ToListAsync(ct);
        return parts
            .GroupBy(p => p.IncomingId)
            .ToDictionary(
                document => document.Key,
                document => new Given(
                    string.Join(
                        "; ",
                        document.GroupBy(p => p.Role).Select(role => Names(role.Key, [.. role.Select(p => p.Name).Distinct()]))
                    ),
                    VietnamTime.DateOf(document.Min(p => p.AssignedAt))
                )
            );
    }

    private static string Names(AssignmentRole role, IReadOnlyList<string> names)
    {
        var shown =
            names.Count <= RegisterWording.Few
                ? string.Join(", ", names)
                : $"{string.Join(", ", names.Take(RegisterWording.Few))} và {names.Count - RegisterWording.Few} nơi khác";
        return role == AssignmentRole.Lead ? shown : $"{shown} ({role.Name().ToLowerInvariant()})";
    }
}
