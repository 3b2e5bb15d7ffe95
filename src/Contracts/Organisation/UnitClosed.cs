using DoanKet.Kernel.Events;

namespace DoanKet.Contracts.Organisation;

/// <summary>The last day of a unit is over. From now on nobody acts in its name.</summary>
/// <param name="LastDay">Its last day.</param>
/// <param name="HeirId">Who carries on: the successor named by the decision, else the nearest living unit above.</param>
public sealed record UnitClosed(Guid UnitId, DateOnly LastDay, Guid HeirId) : IEvent
{
    public static string Name => "organisation.unit-closed";
}
