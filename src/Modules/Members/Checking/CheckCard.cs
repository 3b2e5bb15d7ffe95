using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Checking;

/// <summary>What a stranger may know of a card.</summary>
/// <param name="State">Null for a card that we never made, or whose signature is wrong.</param>
/// <param name="Name">Of a card that counts; empty else.</param>
/// <param name="MaskedCode">Its last four letters, to be compared with the card in hand.</param>
/// <param name="IsStale">Shown by a phone some time ago: a picture of its screen.</param>
internal sealed record CheckedCard(CardState? State, bool IsGood, string Name, string MaskedCode, bool IsStale = false)
{
    public static CheckedCard Unknown { get; } = new(null, false, "", "");
}

/// <summary>A card that was found, for the program's own use.</summary>
internal sealed record FoundCard(
    Guid CardId,
    Guid MemberId,
    Guid UnitId,
    string UnitPath,
    string Code,
    CardState State,
    bool IsMember,
    string Name
)
{
    /// <summary>A phone showed this code some time ago, and shows another one now.</summary>
    public bool IsStale { get; init; }

    public bool IsGood => State == CardState.InHand && IsMember && !IsStale;
}

/// <summary>Says of a scanned or typed code whether the card counts at this moment.</summary>
internal sealed class CheckCard(UnionDb db, CardIssuer issuer, TimeProvider time)
{
    private const int Shown = 4;

    /// <param name="text">A token, an address with one, or the sixteen letters of a code.</param>
    public async Task<CheckedCard> HandleAsync(string? text, CancellationToken ct) =>
        await FindAsync(text, ct) is { } found
            ? new(found.State, found.IsGood, found.IsGood ? found.Name : "", "•••• " + found.Code[^Shown..], found.IsStale)
            : CheckedCard.Unknown;

    /// <returns>Null for a card that we never made, or whose signature is wrong.</returns>
    public async Task<FoundCard?> FindAsync(string? text, CancellationToken ct)
    {
        var (code, isStale) = Read(text ?? "");
        var found = code is null
            ? null
            : await db
                .Cards.Where(c => c.Code == code)
                .Select(c => new FoundCard(
                    c.Id,
                    c.MemberId,
                    c.UnitId,
                    c.Unit.Path,
                    c.Code,
                    c.State,
                    c.Member.State == MemberState.Active || c.Member.State == MemberState.Paused,
                    c.Member.FullName
                ))
                .FirstOrDefaultAsync(ct);
        return found is null ? null : found with { IsStale = isStale };
    }

    private (string? Code, bool IsStale) Read(string text) =>
        CardCode.Read(text) is { } typed ? (typed, false)
        : issuer.Key.PublicKey.TryVerify(text, out var token) ? (token.Code, false)
        : issuer.Key.PublicKey.TryVerifyPhone(text, out var shown) ? (shown.Code, !shown.IsFresh(time.UtcDateTime()))
        : (null, false);
}
