using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Gives out the files of an older version of a draft; the latest ones are given out with the document's content.</summary>
internal static class DraftVersionFile
{
    public static void MapDraftVersions(this IEndpointRouteBuilder endpoints)
    {
        var reading = new RequiresAttribute(Permissions.ReadOutgoingCode);
        endpoints.MapGet("/van-ban/di/{id:guid}/phien-ban/{number:int}", TextAsync).WithMetadata(reading);
        endpoints.MapGet("/van-ban/di/{id:guid}/phien-ban/{number:int}/phu-luc/{ordinal:int}", AnnexAsync).WithMetadata(reading);
    }

    private static async Task<IResult> TextAsync(
        Guid id,
        int number,
        UnionDb db,
        UserContext user,
        FileVault vault,
        CancellationToken ct
    ) =>
        await Versions(db, user, id, number).FirstOrDefaultAsync(ct) is { } version
            ? await GiveAsync(vault, version.Sha256, version.MediaType, version.FileName, ct)
            : Results.NotFound();

    private static async Task<IResult> AnnexAsync(
        Guid id,
        int number,
        int ordinal,
        UnionDb db,
        UserContext user,
        FileVault vault,
        CancellationToken ct
    ) =>
        await Versions(db, user, id, number).SelectMany(v => v.Annexes).FirstOrDefaultAsync(a => a.Ordinal == ordinal, ct) is { } annex
            ? await GiveAsync(vault, annex.Sha256, annex.MediaType, annex.FileName, ct)
            : Results.NotFound();

    private static IQueryable<DraftVersion> Versions(UnionDb db, UserContext user, Guid id, int number)
    {
        var visible = db.Outgoing.VisibleOutgoing(user.Required).WithVisibleVersions(user.Required).Select(d => d.Id);
        return db.Drafts.AsNoTracking().Where(v => v.OutgoingId == id && v.Number == number && visible.Contains(v.OutgoingId));
    }

    private static async Task<IResult> GiveAsync(FileVault vault, string sha256, string mediaType, string name, CancellationToken ct) =>
        Results.Stream(await vault.OpenAsync(sha256, ct), mediaType, name, enableRangeProcessing: true);
}
