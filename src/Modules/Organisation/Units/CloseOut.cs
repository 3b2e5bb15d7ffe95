using DoanKet.Contracts.Organisation;
using DoanKet.Kernel;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>When the last day of a unit is over: tells everybody whom it concerns, once.</summary>
internal sealed class CloseOut(UnionDb db, EventPublisher events, TimeProvider time)
{
    /// <summary>True when nothing of the unit's last day is left.</summary>
    public bool IsDue(Unit unit) => unit.ClosedOutAt is null && unit.ValidTo < time.Today();

    /// <summary>Inside the caller's transaction.</summary>
    public async Task HandleAsync(Unit unit, CancellationToken ct)
    {
        unit.ClosedOutAt = time.UtcDateTime();
        var heir = await HeirAsync(unit, ct);
        await events.PublishAsync(new UnitClosed(unit.Id, unit.ValidTo!.Value, heir.Id), ct);
    }

    /// <summary>The successor, or its successor where that one has closed too; else the nearest living unit above.</summary>
    private async Task<Unit> HeirAsync(Unit unit, CancellationToken ct)
    {
        var today = time.Today();
        var heir = unit;
        // Each step goes to a unit that lived longer or stands higher; the top unit cannot close.
        for (var steps = 0; !heir.LivesOn(today) && steps < 100; steps++)
        {
            var next = heir.SuccessorId ?? heir.ParentId;
            heir = await db.Units.FirstAsync(u => u.Id == next, ct);
        }
        return heir;
    }
}

/// <summary>Closes out, each night, the units whose last day was yesterday.</summary>
internal sealed class CloseOutJob(UnionDb db, Work work, CloseOut closeOut, TimeProvider time) : IJobHandler
{
    public const string Name = "organisation.close-out-units";

    /// <summary>A few minutes after midnight.</summary>
    public const string Schedule = "5 0 * * *";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var today = time.Today();
        var due = await db
            .Units.Where(u => u.ValidTo < today && u.ClosedOutAt == null)
            .OrderBy(u => u.Path)
            .Select(u => u.Id)
            .ToListAsync(ct);
        foreach (var id in due)
        {
            await work.RunAsync(
                async () =>
                {
                    var unit = await db.Units.FirstAsync(u => u.Id == id, ct);
                    if (closeOut.IsDue(unit))
                        await closeOut.HandleAsync(unit, ct);
                    return Result.Success;
                },
                ct
            );
            db.ChangeTracker.Clear();
        }
    }
}
