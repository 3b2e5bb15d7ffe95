using DoanKet.Kernel.Events;

namespace DoanKet.Contracts.Documents;

/// <summary>An outgoing document got its number and went to its receivers (Nghị định 30/2020, điều 15, 18).</summary>
/// <param name="DocumentId">The outgoing document.</param>
/// <param name="UnitId">The unit that issued it.</param>
public sealed record DocumentIssued(Guid DocumentId, Guid UnitId) : IEvent
{
    public static string Name => "documents.issued";
}
