using DoanKet.DocumentReading;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>What belongs to the card on the phone beside its page.</summary>
internal static class OwnCardEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWorker("/toi/the-khong-mang.js", "own-card-worker.js");
        endpoints
            .MapGet("/toi/tep/{sha256}.jpg", GetPhotoAsync)
            .WithMetadata(new PublicAttribute("asks for the member's own session, and gives the member's own portrait"));
    }

    private static async Task<IResult> GetPhotoAsync(
        string sha256,
        OwnSessions sessions,
        UnionDb db,
        FileVault vault,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (
            await sessions.FindAsync(http, ct) is not { } member
            || !await db.Photos.AnyAsync(p => p.MemberId == member.Id && p.Sha256 == sha256, ct)
        )
            return Results.NotFound();
        http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=86400";
        return Results.Stream(await vault.OpenAsync(sha256, ct), FileKind.Jpeg.MediaType);
    }
}
