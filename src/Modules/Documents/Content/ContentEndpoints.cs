using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoanKet.Modules.Documents.Content;

/// <summary>Gives out files and page images of documents, incoming and outgoing alike.</summary>
internal static class ContentEndpoints
{
    private delegate Task<Attachment?> Find(FindAttachment find, Guid id, int ordinal, CancellationToken ct);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Map(
            endpoints.MapGroup("/van-ban/den/{id:guid}/tep/{ordinal:int}"),
            (find, id, ordinal, ct) => find.IncomingAsync(id, ordinal, ct),
            Permissions.ReadIncomingCode,
            Permissions.HandleCode,
            Permissions.AcknowledgeCode
        );
        Map(
            endpoints.MapGroup("/van-ban/di/{id:guid}/tep/{ordinal:int}"),
            (find, id, ordinal, ct) => find.OutgoingAsync(id, ordinal, ct),
            Permissions.ReadOutgoingCode
        );
        Map(
            endpoints.MapGroup("/van-ban/sao/{id:guid}/tep/{ordinal:int}"),
            (find, id, ordinal, ct) => find.CopyAsync(id, ordinal, ct),
            Permissions.ReadOutgoingCode
        );
    }

    /// <summary>A file, the images of its pages, and what its signatures are worth.</summary>
    private static void Map(RouteGroupBuilder files, Find of, params string[] permissions)
    {
        files.WithMetadata(new RequiresAttribute(permissions));
        files.MapGet(
            "",
            async (Guid id, int ordinal, FindAttachment find, FileVault vault, HttpContext http, CancellationToken ct) =>
                await FileAsync(await of(find, id, ordinal, ct), vault, http, ct)
        );
        files.MapGet(
            "/trang/{page:int}",
            async (
                Guid id,
                int ordinal,
                int page,
                int? rong,
                FindAttachment find,
                PageImageStore pages,
                HttpContext http,
                CancellationToken ct
            ) => await PageAsync(await of(find, id, ordinal, ct), page, rong, pages, http, ct)
        );
        files.MapGet(
            "/chu-ky.{kind}",
            async (Guid id, int ordinal, string kind, FindAttachment find, ISignatureChecks checks, CancellationToken ct) =>
                await ReportAsync(await of(find, id, ordinal, ct), kind, checks, ct)
        );
    }

    private static async Task<IResult> FileAsync(Attachment? file, FileVault vault, HttpContext http, CancellationToken ct)
    {
        if (file is null)
            return Results.NotFound();
        if (ContentVersion.Corrected(http.Request, file) is { } present)
            return Results.LocalRedirect(present);
        Shield(http);
        // Anything a browser could run (HTML, SVG, Office with macros) is saved, never shown in place.
        var inline = file.MediaType is "application/pdf" or "image/png" or "image/jpeg" or "image/webp" or "image/gif";
        if (inline)
            http.Response.GetTypedHeaders().ContentDisposition = new("inline") { FileNameStar = file.Name };
        return Results.Stream(
            await vault.OpenAsync(file.Sha256, ct),
            inline ? file.MediaType : "application/octet-stream",
            inline ? null : file.Name,
            entityTag: new($"\"{file.Sha256}\""),
            enableRangeProcessing: true
        );
    }

    private static async Task<IResult> PageAsync(
        Attachment? file,
        int page,
        int? width,
        PageImageStore pages,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (file is not null && ContentVersion.Corrected(http.Request, file) is { } present)
            return Results.LocalRedirect(present);
        if (
            file is null
            || await pages.FindAsync(file.Sha256, file.MediaType, page, width ?? PageImageStore.DefaultWidth, ct) is not { } image
        )
            return Results.NotFound();
        Shield(http);
        return Results.File(image.Path, image.MediaType, entityTag: new($"\"{file.Sha256[..32]}-{page}-{image.Width}\""));
    }

    /// <summary>The last check of the file's signatures.</summary>
    private static async Task<IResult> ReportAsync(Attachment? file, string kind, ISignatureChecks checks, CancellationToken ct)
    {
        if (file is null || kind is not ("pdf" or "json"))
            return Results.NotFound();
        return await checks.ReportAsync(file.Sha256, file.Name, kind == "pdf", ct) is { } report
            ? Results.File(report.Content, report.MediaType, report.Name)
            : Results.NotFound();
    }

    /// <summary>The file comes from a stranger: it gets an origin of its own and runs nothing. Kept by this browser only.</summary>
    private static void Shield(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy =
            "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = ContentVersion.CacheControl(http.Request);
    }
}
