using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Providers;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Rounds;

/// <inheritdoc cref="ISigningRounds"/>
internal sealed class SigningRounds(
    UnionDb db,
    Work work,
    HeldKeys keys,
    OpenKey openKey,
    KeyWays ways,
    SigningProviders providers,
    RoundLease lease,
    EndRound end,
    RoundRunner runner,
    UserContext user,
    TimeProvider time
) : ISigningRounds
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    private KeyHolder Own => KeyHolder.Person(user.Required.AccountId);

    public async Task<SigningWay?> WayAsync(CancellationToken ct) => await UsableAsync(ct) is { } key ? ways.Of(key) : null;

    public async Task<Result<string>> BeginAsync(
        IReadOnlyList<RoundPaper> papers,
        IReadOnlyList<LeftPaper> left,
        string? secret,
        CancellationToken ct
    )
    {
        if (papers.Count + left.Count is 0 or > ISigningRounds.Most)
            return Result<string>.Fail($"Hãy chọn từ 1 đến {ISigningRounds.Most} văn bản.");
        if (await UsableAsync(ct) is not { } row || ways.Of(row) is not { } way)
            return Result<string>.Fail("Anh/chị chưa có chứng thư số dùng được; hãy thêm ở “Chữ ký của tôi”.");
        if (providers.Find(row.Provider) is { } provider && papers.Count > provider.MostDocuments)
            return Result<string>.Fail($"Mỗi lần xác nhận {provider.Name} nhận nhiều nhất {provider.MostDocuments} văn bản.");
        var opened = await OpenAsync(way, secret, ct);
        if (!opened.Ok)
            return Result<string>.Fail(opened.Problems);
        db.ChangeTracker.Clear();
        var holder = Ids.New();
        var begun = await WriteAsync(row, papers, left, holder, ct);
        if (begun.Ok)
            runner.Start(begun.Value, holder, opened.Value);
        else
            opened.Value.Dispose();
        return begun.Ok ? Result.Of(RoundPageModel.AddressOf(begun.Value)) : Result<string>.Fail(begun.Problems);
    }

    public async Task<RoundProgress?> LastAsync(CancellationToken ct)
    {
        var (own, recent) = (user.Required.AccountId, time.UtcDateTime() - Recent);
        var found = await db
            .SigningRounds.AsNoTracking()
            .Where(r => r.AccountId == own && r.StartedAt > recent)
            .OrderByDescending(r => r.StartedAt)
            .Select(r => new
            {
                r.Id,
                r.State,
                Signed = r.Papers.Count(p => p.State == PaperState.Signed),
                Left = r.Papers.Count(p => p.State == PaperState.Left),
                All = r.Papers.Count,
            })
            .FirstOrDefaultAsync(ct);
        return found is null
            ? null
            : new(RoundPageModel.AddressOf(found.Id), found.Signed, found.Left, found.All, found.State == RoundState.Over);
    }

    private async Task<Result<GivenKey>> OpenAsync(SigningWay way, string? secret, CancellationToken ct)
    {
        if (!way.IsHere)
            return new GivenKey(null, secret);
        var opened = await openKey.HandleAsync(Own, secret, ct);
        return opened.Ok ? new GivenKey(opened.Value.Key, null) : Result<GivenKey>.Fail(opened.Problems);
    }

    private Task<SigningKey?> UsableAsync(CancellationToken ct)
    {
        var now = time.UtcDateTime();
        return user.Required.Can(Permissions.Use)
            ? keys.Of(Own).AsNoTracking().FirstOrDefaultAsync(key => key.Until > now, ct)
            : Task.FromResult<SigningKey?>(null);
    }

    private Task<Result<Guid>> WriteAsync(
        SigningKey key,
        IReadOnlyList<RoundPaper> papers,
        IReadOnlyList<LeftPaper> left,
        Guid holder,
        CancellationToken ct
    ) =>
        work.RunAsync(
            async () =>
            {
                await keys.LockAsync(Own, ct);
                var own = user.Required.AccountId;
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
                    Papers = [.. papers.Select(PaperOfRound.From), .. left.Select(PaperOfRound.From)],
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
