using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Signing.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Remote;

/// <summary>
/// Goes on asking about requests that nobody watches since the program was started anew; and forgets those of yesterday, for they hold
/// numbers of identity cards.
/// </summary>
internal sealed class HearProviders(UnionDb db, RequestWatch watch, TimeProvider time) : IJobHandler
{
    public const string Name = "signing.hear-providers",
        Title = "Hỏi tiếp kết quả ký trên điện thoại",
        Schedule = "* * * * *";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var oldest = time.UtcDateTime() - Kept;
        await db.ProviderRequests.Where(r => r.CreatedAt < oldest).ExecuteDeleteAsync(ct);
        var open = db.ProviderRequests.Where(r => r.State == RequestState.Sending || r.State == RequestState.Waiting);
        foreach (var request in await open.Select(r => r.Id).ToListAsync(ct))
            watch.Watch(request);
    }
}
