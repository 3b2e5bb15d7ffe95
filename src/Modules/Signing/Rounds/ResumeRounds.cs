using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>Goes on with rounds whose work was cut off, and ends those whose key never came.</summary>
internal sealed class ResumeRounds(UnionDb db, RoundLease lease, EndRound end, IServiceScopeFactory scopes, TimeProvider time) : IJobHandler
{
    public const string Name = "signing.resume-rounds",
        Title = "Làm tiếp các lần ký số bị ngắt",
        Schedule = "* * * * *";

    /// <summary>
    /// A person who chose papers and went home chooses them again: a signature says when it was prepared. What still fails after so long
    /// fails for ever.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var oldest = time.UtcDateTime() - Longest;
        foreach (var round in await lease.Abandoned().Where(r => r.StartedAt >= oldest).Select(r => r.Id).ToListAsync(ct))
        {
            var runner = Ids.New();
            if (!await lease.TakeAsync(round, runner, ct))
                continue;
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RunRound>().HandleAsync(round, runner, GivenKey.None, ct);
        }
        var forgotten = db.SigningRounds.Where(r => r.State == RoundState.WaitingForKey && r.StartedAt < oldest);
        foreach (var round in await forgotten.Select(r => r.Id).ToListAsync(ct))
            await end.HandleAsync(round, "Quá lâu không ký tiếp.", ct);
        foreach (var round in await lease.Abandoned().Where(r => r.StartedAt < oldest).Select(r => r.Id).ToListAsync(ct))
            await end.HandleAsync(round, "Máy chủ lỗi nhiều lần khi ký; hãy ký lại, hoặc báo người quản trị.", ct);
    }
}
