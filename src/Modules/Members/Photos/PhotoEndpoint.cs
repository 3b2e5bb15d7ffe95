using DoanKet.DocumentReading;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace DoanKet.Modules.Members.Photos;

/// <summary>A portrait, for those who may see the member. The content's hash in the address lets the browser keep it.</summary>
internal static class PhotoEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/doan-vien/{id:guid}/tep/{sha256}.jpg", GetAsync).WithMetadata(new RequiresAttribute(Permissions.ReadCode));

    private static async Task<IResult> GetAsync(
        Guid id,
        string sha256,
        UnionDb db,
        UserContext user,
        FileVault vault,
        HttpContext http,
        CancellationToken ct
    )
    {
        var members = db.Members.VisibleTo(user.Required, Permissions.Read);
        if (!await db.Photos.AnyAsync(p => p.MemberId == id && p.Sha256 == sha256 && members.Any(m => m.Id == id), ct))
            return Results.NotFound();
        http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=86400";
        return Results.Stream(await vault.OpenAsync(sha256, ct), FileKind.Jpeg.MediaType);
    }
}
