using System.Net.Mime;
using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Checking;

/// <summary>What a counter without a network needs: the public key, and the signed list of cards that count no longer.</summary>
internal static class PublishedKey
{
    private const string Why = "whoever checks cards without a network needs it";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet("/the/tep/khoa-cong-khai.pem", (CardIssuer issuer) => Results.Text(issuer.Key.PublicKey.Pem, MediaTypeNames.Text.Plain))
            .WithMetadata(new PublicAttribute(Why))
            .RequireRateLimiting(PublicPages.Policy);
        endpoints
            .MapGet("/the/tep/the-het-hieu-luc.txt", ListAsync)
            .WithMetadata(new PublicAttribute(Why))
            .RequireRateLimiting(PublicPages.Policy);
        endpoints.MapWorker("/the/kiem-tra.js", "check-card-worker.js");
    }

    private static async Task<IResult> ListAsync(UnionDb db, CardIssuer issuer, TimeProvider time, CancellationToken ct) =>
        Results.Text(new RevokedCards(time.UtcDateTime(), await RevokedAsync(db, ct)).Write(issuer.Key), MediaTypeNames.Text.Plain);

    /// <summary>Those whose code was signed, and so may lie on a card somewhere, and that do not count.</summary>
    private static Task<HashSet<string>> RevokedAsync(UnionDb db, CancellationToken ct) =>
        db
            .Cards.Where(c =>
                c.IssuedOn != null
                && (c.State != CardState.InHand || (c.Member.State != MemberState.Active && c.Member.State != MemberState.Paused))
            )
            .Select(c => c.Code)
            .ToHashSetAsync(ct);
}
