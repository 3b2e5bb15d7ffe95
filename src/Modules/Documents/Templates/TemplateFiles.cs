using DoanKet.DocumentReading;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.PaperForms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Templates;

/// <summary>Gives out templates as they are, and filled with what is known of a draft.</summary>
internal static class TemplateFiles
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/van-ban/mau/{id:guid}/tep.docx", GetAsync).WithMetadata(new RequiresAttribute(Permissions.DraftCode));
        endpoints.MapGet("/van-ban/di/{id:guid}/mau-chung.docx", GeneralAsync).WithMetadata(new RequiresAttribute(Permissions.DraftCode));
        endpoints
            .MapGet("/van-ban/di/{id:guid}/mau/{template:guid}.docx", FilledAsync)
            .WithMetadata(new RequiresAttribute(Permissions.DraftCode));
    }

    private static async Task<IResult> GetAsync(
        Guid id,
        DraftTemplates templates,
        ActingOffice office,
        FileVault vault,
        CancellationToken ct
    ) =>
        await office.FindAsync(ct) is { } unit && await templates.OpenTo(unit.Path).FirstOrDefaultAsync(t => t.Id == id, ct) is { } template
            ? Results.Stream(await vault.OpenAsync(template.Sha256, ct), FileKind.Docx.MediaType, template.FileName)
            : Results.NotFound();

    private static async Task<IResult> GeneralAsync(Guid id, UnionDb db, UserContext user, TemplateValues values, CancellationToken ct) =>
        await DraftAsync(id, db, user, ct) is { } document
            ? Results.Bytes(WordLetter.Write(values.Letter(document)), FileKind.Docx.MediaType, "Dự thảo.docx")
            : Results.NotFound();

    private static async Task<IResult> FilledAsync(
        Guid id,
        Guid template,
        UnionDb db,
        UserContext user,
        DraftTemplates templates,
        TemplateValues values,
        FileVault vault,
        CancellationToken ct
    )
    {
        if (
            await DraftAsync(id, db, user, ct) is not { } document
            || await templates.OpenTo(document.Unit.Path).FirstOrDefaultAsync(t => t.Id == template, ct) is not { } found
        )
            return Results.NotFound();
        await using var form = await vault.OpenAsync(found.Sha256, ct);
        return Results.Bytes(WordForm.Fill(form, values.Of(document)), FileKind.Docx.MediaType, found.Name + ".docx");
    }

    private static Task<OutgoingDocument?> DraftAsync(Guid id, UnionDb db, UserContext user, CancellationToken ct) =>
        db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .WithVisibleVersions(user.Required)
            .Include(d => d.Unit)
                .ThenInclude(u => u.Parent)
            .Include(d => d.DraftingUnit)
            .Include(d => d.Drafter)
            .FirstOrDefaultAsync(d => d.Id == id && d.State < OutgoingState.Issued, ct);
}
