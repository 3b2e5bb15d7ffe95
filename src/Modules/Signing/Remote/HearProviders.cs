using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Signing.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Remote;

/// <summary>Goes on asking about requests that nobody watches since the program was started anew.</summary>
internal sealed class HearProviders(UnionDb db, RequestWatch watch) : IJobHandler
{
    public const string Name = "signing.hear-providers",
        Title = "Hỏi tiếp kết quả ký trên điện thoại",
        Schedule = "* * * * *";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var open = db.ProviderRequests.Where(r => r.State == RequestState.Sending || r.State == RequestState.Waiting);
        foreach (var request in await open.Select(r => r.Id).ToListAsync(ct))
            watch.Watch(request);
    }
}
