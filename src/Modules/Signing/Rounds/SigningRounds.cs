using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Rounds;

/// <inheritdoc cref="ISigningRounds"/>
internal sealed class SigningRounds(
    UnionDb db,
    HeldKeys keys,
    OpenKey openKey,
    KeyWays ways,
    StartRound start,
    UserContext user,
    TimeProvider time
) : ISigningRounds
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    private KeyHolder Own => KeyHolder.Person(user.Required.AccountId);

    public async Task<SigningWay?> WayAsync(CancellationToken ct) => await keys.UsableAsync(Own, ct) is { } key ? ways.Of(key) : null;

    public async Task<Result<string>> BeginAsync(
        IReadOnlyList<RoundPaper> papers,
        IReadOnlyList<LeftPaper> left,
        string? secret,
        CancellationToken ct
    )
    {
        if (papers.Count + left.Count is 0 or > ISigningRounds.Most)
            return Result<string>.Fail($"Hãy chọn từ 1 đến {ISigningRounds.Most} văn bản.");
        if (await keys.UsableAsync(Own, ct) is not { } key || ways.Of(key) is not { } way)
            return Result<string>.Fail("Anh/chị chưa có chứng thư số dùng được; hãy thêm ở “Chữ ký của tôi”.");
        var given = await OpenAsync(way, secret, ct);
        return given.Ok
            ? await start.HandleAsync(key, [.. papers.Select(PaperOfRound.From), .. left.Select(PaperOfRound.From)], given.Value, ct)
            : Result<string>.Fail(given.Problems);
    }

    public async Task<RoundProgress?> LastAsync(CancellationToken ct)
    {
        var (own, recent) = (user.Required.AccountId, time.UtcDateTime() - Recent);
        var found = await db
            .SigningRounds.AsNoTracking()
            .Where(r => r.AccountId == own && r.StartedAt > recent && r.Papers.Any(p => p.Act == RoundAct.Sign))
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
}
