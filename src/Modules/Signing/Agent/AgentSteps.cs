using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>What a person does with the own jobs for the program beside the token.</summary>
internal sealed class AgentSteps(UnionDb db, Work work, UserContext user, TimeProvider time)
{
    /// <summary>The certificate of a token is to be added.</summary>
    /// <param name="unitId">Whose it is, where it is a unit's.</param>
    public Task<Result<Guid>> AddAsync(Guid? unitId, CancellationToken ct) =>
        work.RunAsync(
            () =>
            {
                var job = new AgentJob
                {
                    Id = Ids.New(),
                    AccountId = user.Required.AccountId,
                    UnitId = unitId,
                    CreatedAt = time.UtcDateTime(),
                };
                db.Add(job);
                return Task.FromResult(Result.Of(job.Id));
            },
            ct
        );

    /// <summary>Given out once more: the program was closed, or nothing was signed. An answer that is still under way counts no
    /// more.</summary>
    public Task<Result> AgainAsync(Guid id, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var own = user.Required.AccountId;
                await db
                    .AgentJobs.Where(j => j.Id == id && j.AccountId == own && j.State != AgentJobState.Done)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(j => j.State, AgentJobState.Waiting)
                                .SetProperty(j => j.Attempt, j => j.Attempt + 1)
                                .SetProperty(j => j.AnswerKeyHash, (byte[]?)null),
                        ct
                    );
                return Result.Success;
            },
            ct
        );
}
