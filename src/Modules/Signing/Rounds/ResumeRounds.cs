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

    /// <summary>A person who chose papers and went home chooses them again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        foreach (var round in await lease.Abandoned().Select(r => r.Id).ToListAsync(ct))
        {
            var runner = Ids.New();
            if (!await lease.TakeAsync(round, runner, ct))
                continue;
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RunRound>().HandleAsync(round, runner, null, ct);
        }
        var oldest = time.UtcDateTime() - LongestWait;
        var forgotten = db.SigningRounds.Where(r => r.State == RoundState.WaitingForKey && r.StartedAt < oldest);
        foreach (var round in await forgotten.Select(r => r.Id).ToListAsync(ct))
            await end.HandleAsync(round, "Quá lâu không ký tiếp.", ct);
    }
}
