using DoanKet.Kernel.Persistence;

namespace DoanKet.Kernel.Jobs;

/// <summary>Puts jobs beside the rows they serve; they become visible when the transaction commits.</summary>
public sealed class JobQueue(UnionDb db, JobKinds kinds, TimeProvider time)
{
    /// <summary>Nothing is planned further ahead, so that a job beyond it shows a clock that was wrong.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>True when this use case left work for the workers.</summary>
    internal bool HasAdded { get; private set; }

    /// <param name="key">At most one job with a key exists.</param>
    public void Add(string kind, string payload, string? key = null, TimeSpan? delay = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay ?? TimeSpan.Zero, LongestDelay);
        var registered = kinds.Find(kind) ?? throw new InvalidOperationException($"No handler is registered for the job kind '{kind}'.");
        var now = time.UtcDateTime();
        db.Add(
            new Job
            {
                Id = Ids.New(),
                Kind = kind,
                Lane = registered.Lane,
                Payload = payload,
                Key = key,
                CreatedAt = now,
                NextTryAt = now + (delay ?? TimeSpan.Zero),
            }
        );
        HasAdded = true;
    }
}
