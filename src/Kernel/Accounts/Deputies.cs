using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Accounts;

/// <summary>Who does somebody's work today. Few are away at a time: asked once for a request or job.</summary>
public sealed class Deputies(UnionDb db, TimeProvider time)
{
    private Dictionary<Guid, Deputy>? _today;

    /// <summary>The deputy of each person who is away today, by the person.</summary>
    public async Task<IReadOnlyDictionary<Guid, Deputy>> TodayAsync(CancellationToken ct) =>
        _today ??= await db.Set<Absence>()
            .AsNoTracking()
            .On(time.Today())
            .Where(a => a.Deputy.ClosedAt == null)
            .Select(a => new
            {
                a.AccountId,
                a.DeputyId,
                a.Deputy.FullName,
                a.LastDay,
            })
            .ToDictionaryAsync(a => a.AccountId, a => new Deputy(a.DeputyId, a.FullName, a.LastDay), ct);
}

/// <param name="LastDay">Of the absence.</param>
public sealed record Deputy(Guid AccountId, string FullName, DateOnly LastDay)
{
    /// <summary>Said beside the name of the one who is away.</summary>
    public string Told => $"vắng đến {LastDay.Show()}, {FullName} thay";
}
