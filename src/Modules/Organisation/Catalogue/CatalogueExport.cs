using DoanKet.Kernel.Access;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Settings;
using DoanKet.Spreadsheets;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>A catalogue as a spreadsheet, which can be changed and read in again.</summary>
internal static class CatalogueExport
{
    public static void MapCatalogueExport(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/he-thong/danh-muc/{slug}/bang.xlsx", GetAsync)
            .WithMetadata(new RequiresAttribute(Permissions.OperationsCode) { Everywhere = true });

    private static async Task<IResult> GetAsync(string slug, KeepCatalogue keep, DataFolder data, CancellationToken ct)
    {
        if (keep.Find(slug) is not { } catalogue)
            return Results.NotFound();
        var lines = await catalogue.ReadAsync(asAt: null, ct);
        return await data.SheetAsync(
            $"danh-muc-{slug}.xlsx",
            stream => SheetWriter.WriteAsync(stream, "Danh mục", [.. catalogue.Fields.Select(Column)], lines.Select(line => line.Cells), ct)
        );
    }

    private static SheetColumn Column(CatalogueField field) =>
        field.Kind switch
        {
            FieldKind.Day => new(field.Label, 14, SheetColumn.Day),
            FieldKind.Text => new(field.Label, Math.Clamp(field.MaxLength / 3, 12, 50)),
            _ => new(field.Label, 14),
        };
}
