using DoanKet.DocumentReading;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.PaperForms.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

/// <summary>The files of a batch, and what a layout looks like.</summary>
internal static class PrintingEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet("/doan-vien/the/lo-in/{id:guid}/{number:int}.pdf", GetAsync)
            .WithMetadata(new RequiresAttribute(Permissions.CardsCode));
        endpoints.MapGet("/doan-vien/the/mau/tep/xem.png", PreviewAsync).WithMetadata(new RequiresAttribute(Permissions.CardsCode));
    }

    private static async Task<IResult> GetAsync(Guid id, int number, UnionDb db, UserContext user, FileVault vault, CancellationToken ct)
    {
        var batches = db.CardBatches.VisibleTo(user.Required, Permissions.Cards);
        var file = await db
            .CardFiles.AsNoTracking()
            .Where(f => f.BatchId == id && f.Number == number && batches.Any(b => b.Id == id))
            .FirstOrDefaultAsync(ct);
        return file is null
            ? Results.NotFound()
            : Results.Stream(await vault.OpenAsync(file.Sha256, ct), FileKind.Pdf.MediaType, $"The-doan-vien-{number}.pdf");
    }

    private static async Task<IResult> PreviewAsync(UserContext user, CardFaces faces, CancellationToken ct)
    {
        if (user.Required.Unit is not { } unit)
            return Results.NotFound();
        var (layout, picture) = await faces.LayoutAsync(unit.Path, ct);
        return Results.Bytes(CardPages.Preview(layout, picture, faces.Example()), "image/png");
    }
}
