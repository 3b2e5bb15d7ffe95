using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>How many of a unit's documents wait in each state, and how many are overdue; up to a limit, beyond which a list says
/// "1.000+".</summary>
internal sealed class CountIncoming(UnionDb db, TimeProvider time)
{
    private const int Limit = 1000;

    /// <summary>Beside the states, which begin at 0.</summary>
    private const int OverdueKey = -1;

    internal sealed record Counts(IReadOnlyDictionary<int, int> Found)
    {
        public Count Overdue => Of(OverdueKey);

        public Count In(IncomingState state) => Of((int)state);

        private Count Of(int key) => new(Found.GetValueOrDefault(key), Limit);
    }

    /// <summary>One question for all of them: each is the beginning of a range of an index.</summary>
    public async Task<Counts> HandleAsync(Guid unitId, CancellationToken ct)
    {
        var today = time.Today();
        var rows = db.Incoming.AsNoTracking().Where(d => d.UnitId == unitId);
        var keys = InState(IncomingState.Arrived)
            .Concat(InState(IncomingState.Registered))
            .Concat(InState(IncomingState.Directed))
            .Concat(rows.Where(d => d.DueOn < today && d.State < IncomingState.Done).Take(Limit + 1).Select(_ => OverdueKey));
        return new(
            await keys.GroupBy(key => key).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct)
        );

        IQueryable<int> InState(IncomingState state) => rows.Where(d => d.State == state).Take(Limit + 1).Select(d => (int)d.State);
    }
}
