using DoanKet.CardTokens;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Checking;

/// <summary>What a stranger may know of a card.</summary>
/// <param name="State">Null for a card that we never made, or whose signature is wrong.</param>
/// <param name="Name">Of a card that counts; empty else.</param>
/// <param name="MaskedCode">Its last four letters, to be compared with the card in hand.</param>
internal sealed record CheckedCard(CardState? State, bool IsGood, string Name, string MaskedCode)
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
    public bool IsGood => State == CardState.InHand && IsMember;
}

/// <summary>Says of a scanned or typed code whether the card counts at this moment.</summary>
internal sealed class CheckCard(UnionDb db, CardIssuer issuer)
{
    private const int Shown = 4;

    /// <param name="text">A token, an address with one, or the sixteen letters of a code.</param>
    public async Task<CheckedCard> HandleAsync(string? text, CancellationToken ct) =>
        await FindAsync(text, ct) is { } found
            ? new(found.State, found.IsGood, found.IsGood ? found.Name : "", "•••• " + found.Code[^Shown..])
            : CheckedCard.Unknown;

    /// <returns>Null for a card that we never made, or whose signature is wrong.</returns>
    public async Task<FoundCard?> FindAsync(string? text, CancellationToken ct)
    {
        var code = CardCode.Read(text);
        if (code is null && issuer.Key.PublicKey.TryVerify(text ?? "", out var token))
            code = token.Code;
        return code is null
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
    }
}
