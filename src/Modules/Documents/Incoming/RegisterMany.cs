using DoanKet.Kernel.Persistence;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Several papers into the book, one after the other, each in a transaction of its own: whatever happens in between, what is in
/// the book is whole and the rest still waits.</summary>
internal sealed class RegisterMany(UnionDb db, WaitingPapers waiting, RegisterIncoming register)
{
    /// <summary>The numbers given. What has become doubtful, or was registered by somebody else meanwhile, is left out.</summary>
    public async Task<IReadOnlyList<int>> HandleAsync(Guid unitId, IReadOnlyCollection<Guid> chosen, CancellationToken ct)
    {
        List<int> numbers = [];
        foreach (var paper in await waiting.ReadAsync(unitId, chosen, ct))
        {
            if (paper.Hindrance is null && await register.HandleAsync(paper.Id, paper.Input, ct) is { Ok: true, Value: var number })
                numbers.Add(number);
            // What is written is not looked at again for changes with each of the next.
            db.ChangeTracker.Clear();
        }
        return numbers;
    }
}
