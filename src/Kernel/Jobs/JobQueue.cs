using DoanKet.Kernel.Persistence;

namespace DoanKet.Kernel.Jobs;

/// <summary>Puts jobs beside the rows they serve; they become visible when the transaction commits.</summary>
public sealed class JobQueue(UnionDb db, TimeProvider time)
{
    public void Add(string kind, string payload, string? key = null, TimeSpan? delay = null)
    {
        var now = time.UtcDateTime();
        db.Add(new Job { Id = Ids.New(), Kind = kind, Payload = payload, Key = key, CreatedAt = now, NextTryAt = now + (delay ?? TimeSpan.Zero) });
    }
}
