using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Several parts given on to the same people with the same words, each in a transaction of its own.</summary>
internal sealed class GiveOnMany(UnionDb db, GiveOn giveOn)
{
    /// <param name="Refusals">Why others were not given on, each reason once.</param>
    internal sealed record Outcome(int Done, IReadOnlyList<string> Refusals);

    /// <returns>A failure when none could be given on: then the form is wrong.</returns>
    public async Task<Result<Outcome>> HandleAsync(IReadOnlyCollection<Guid> parts, DirectInput input, CancellationToken ct)
    {
        var done = 0;
        List<Result> refused = [];
        foreach (var part in parts)
        {
            var result = await giveOn.HandleAsync(part, input, ct);
            if (result.Ok)
                done++;
            else
                refused.Add(result);
            db.ChangeTracker.Clear();
        }
        return done == 0 && refused.Count > 0
            ? Result<Outcome>.Fail(refused[0].Problems)
            : new Outcome(done, [.. refused.Select(r => r.Message).Distinct()]);
    }
}
