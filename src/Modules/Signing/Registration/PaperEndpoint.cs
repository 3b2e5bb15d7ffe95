using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>Gives out the papers of a registration to those who see it.</summary>
internal static class PaperEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(RegistrationsModel.Address + "/{id:guid}/tep/{ordinal:int}", GiveAsync)
            .WithMetadata(new RequiresAttribute(Permissions.RegisterCode, Permissions.CheckRegistrationsCode));

    private static async Task<IResult> GiveAsync(
        Guid id,
        int ordinal,
        UnionDb db,
        UserContext user,
        FileVault vault,
        HttpContext http,
        CancellationToken ct
    )
    {
        var visible = RegistrationLog.Visible(db, user.Required).Where(r => r.Id == id);
        var paper = await db.Set<RegistrationPaper>()
            .AsNoTracking()
            .FirstOrDefaultAsync(p => p.RegistrationId == id && p.Ordinal == ordinal && visible.Any(), ct);
        if (paper is null)
            return Results.NotFound();
        // Only PDF files and pictures are taken in; they bear names and numbers of people.
        http.Response.KeepNowhere();
        http.Response.GetTypedHeaders().ContentDisposition = new("inline") { FileNameStar = paper.Name };
        return Results.Stream(await vault.OpenAsync(paper.Sha256, ct), paper.MediaType);
    }
}
