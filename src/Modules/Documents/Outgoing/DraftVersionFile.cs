using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Gives out the file of an older version of a draft; the latest one is given out with the document's content.</summary>
internal static class DraftVersionFile
{
    public static void MapDraftVersions(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/van-ban/di/{id:guid}/phien-ban/{number:int}", GetAsync)
            .WithMetadata(new RequiresAttribute(Permissions.ReadOutgoingCode));

    private static async Task<IResult> GetAsync(Guid id, int number, UnionDb db, UserContext user, FileVault vault, CancellationToken ct)
    {
        var visible = db.Outgoing.VisibleOutgoing(user.Required).WithVisibleVersions(user.Required).Select(d => d.Id);
        var version = await db
            .Drafts.AsNoTracking()
            .FirstOrDefaultAsync(v => v.OutgoingId == id && v.Number == number && visible.Contains(v.OutgoingId), ct);
        return version is null
            ? Results.NotFound()
            : Results.Stream(await vault.OpenAsync(version.Sha256, ct), version.MediaType, version.FileName, enableRangeProcessing: true);
    }
}
