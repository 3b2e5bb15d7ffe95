using DoanKet.DocumentReading;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using DoanKet.PaperForms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>The poster of a union, to print.</summary>
internal static class PosterEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/doan-vien/ghi-danh/tep/{unit:guid}.pdf", GetAsync).WithMetadata(new RequiresAttribute(Permissions.EditCode));

    private static async Task<IResult> GetAsync(
        Guid unit,
        UnionDb db,
        UserContext user,
        IOptions<SiteOptions> site,
        HttpRequest request,
        CancellationToken ct
    )
    {
        var link = await db
            .EntryLinks.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Edit)
            .Include(l => l.Unit)
            .FirstOrDefaultAsync(l => l.UnitId == unit && l.ClosedAt == null, ct);
        if (link is null)
            return Results.NotFound();
        var address = EntryAddress.Of(site.Value, request, link.Code);
        var poster = new Poster(
            link.Unit.Name,
            "GHI DANH ĐOÀN VIÊN CÔNG ĐOÀN",
            address,
            address,
            [
                "Mở máy ảnh của điện thoại, quét mã trên.",
                "Ghi họ tên, ngày sinh, số CCCD, điện thoại.",
                "Bấm “Gửi cho công đoàn”. Không mất phí.",
            ]
        );
        using var pdf = new MemoryStream();
        poster.Write(pdf);
        return Results.Bytes(pdf.ToArray(), FileKind.Pdf.MediaType);
    }
}
