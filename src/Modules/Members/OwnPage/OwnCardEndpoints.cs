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
    private const string Worker = "own-card-worker.js";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet("/toi/the-khong-mang.js", GetWorker)
            .WithMetadata(new PublicAttribute("a script that holds nothing of anybody; under this address it may keep the card's page"));
        endpoints
            .MapGet("/toi/tep/{sha256}.jpg", GetPhotoAsync)
            .WithMetadata(new PublicAttribute("asks for the member's own session, and gives the member's own portrait"))
            .RequireRateLimiting(PublicPages.Policy);
    }

    private static IResult GetWorker(HttpContext http)
    {
        http.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        return Results.Stream(typeof(OwnCardEndpoints).Assembly.GetManifestResourceStream(Worker)!, "text/javascript; charset=utf-8");
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
