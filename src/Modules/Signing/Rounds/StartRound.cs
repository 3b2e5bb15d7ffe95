using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Providers;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>Begins a round of the signed-in person. One that waits for a key is given up for it; one that is worked on is not.</summary>
internal sealed class StartRound(
    UnionDb db,
    Work work,
    HeldKeys keys,
    RoundLease lease,
    EndRound end,
    RoundRunner runner,
    SigningProviders providers,
    UserContext user,
    TimeProvider time
)
{
    /// <param name="given">Closed when the round has signed, or was not begun.</param>
    /// <returns>The address of its page.</returns>
    public async Task<Result<string>> HandleAsync(SigningKey key, IReadOnlyList<PaperOfRound> papers, GivenKey given, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var holder = Ids.New();
        var begun =
            providers.Find(key.Provider) is { } provider && papers.Count > provider.MostDocuments
                ? Result<Guid>.Fail($"Mỗi lần xác nhận {provider.Name} nhận nhiều nhất {provider.MostDocuments} văn bản.")
                : await WriteAsync(key, papers, holder, ct);
        if (begun.Ok)
            runner.Start(begun.Value, holder, given);
        else
            given.Dispose();
        return begun.Ok ? Result.Of(RoundPageModel.AddressOf(begun.Value)) : Result<string>.Fail(begun.Problems);
    }

    private Task<Result<Guid>> WriteAsync(SigningKey key, IReadOnlyList<PaperOfRound> papers, Guid holder, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var own = user.Required.AccountId;
                await keys.LockAsync(KeyHolder.Person(own), ct);
                var before = await db.SigningRounds.FirstOrDefaultAsync(r => r.AccountId == own && r.State != RoundState.Over, ct);
                if (before is { State: RoundState.Preparing or RoundState.Finishing })
                    return Result<Guid>.Fail("Lần ký trước chưa xong; hãy chờ trong giây lát.");
                if (before is not null)
                    await end.HandleAsync(before.Id, "Đã chọn ký lại.", ct);
                var round = new SigningRound
                {
                    Id = Ids.New(),
                    AccountId = own,
                    KeyId = key.Id,
                    StartedAt = time.UtcDateTime(),
                    HeldBy = holder,
                    HeldUntil = lease.Until,
                    Papers = [.. papers],
                };
                foreach (var (paper, i) in round.Papers.Select((paper, i) => (paper, i)))
                    (paper.Id, paper.Ordinal) = (Ids.New(), i + 1);
                db.Add(round);
                if (key.Place == KeyPlace.Token)
                    db.Add(
                        new AgentJob
                        {
                            Id = Ids.New(),
                            AccountId = own,
                            RoundId = round.Id,
                            CreatedAt = round.StartedAt,
                        }
                    );
                return Result.Of(round.Id);
            },
            ct
        );
}
