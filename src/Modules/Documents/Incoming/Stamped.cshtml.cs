using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>
/// The first page with the stamp of arrival in its place (điều 22.1 and phụ lục IV, mục II): printed whole, or the stamp alone onto the
/// paper that came.
/// </summary>
[Requires(Permissions.ReadIncomingCode, Permissions.HandleCode, Permissions.AcknowledgeCode)]
internal sealed class StampedModel(UnionDb db, UserContext user) : PageModel
{
    private const string BelowNumber = "duoi-so",
        BelowSubject = "duoi-trich-yeu";

    /// <summary>Where the decree lets the stamp stand: first for documents that name their kind, then for letters.</summary>
    public static IReadOnlyList<(string Slug, string Text)> Places { get; } =
    [
        (BelowNumber, "Dưới số, ký hiệu"),
        (BelowSubject, "Dưới trích yếu của công văn"),
        ("duoi-ngay", "Dưới ngày, tháng"),
        ("goc-trai", "Góc trên, bên trái"),
    ];

    [FromQuery(Name = "cho")]
    public string? AskedPlace { get; set; }

    [FromQuery(Name = "chi-dau")]
    public bool AskedStampOnly { get; set; }

    public Guid Id { get; private set; }

    public string Place { get; private set; } = BelowNumber;

    public bool IsStampOnly => AskedStampOnly || Picture is null;

    public ArrivalStamp Stamp { get; private set; } = null!;

    /// <summary>Address of the image of the first page; null when the document has none that can be drawn.</summary>
    public string? Picture { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var document = await db
            .Incoming.AsNoTracking()
            .ReadableBy(db, user.Required)
            .Where(d => d.Id == id)
            .Select(d => new
            {
                Unit = d.Unit.Name,
                d.ArrivalNumber,
                d.ArrivalDate,
                d.KindCode,
                d.ContentId,
            })
            .FirstOrDefaultAsync(ct);
        if (document is null)
            return NotFound();
        var root = $"/van-ban/den/{id}";
        if (document is not { ArrivalNumber: { } number, ArrivalDate: { } day })
            return Redirect(root);
        Id = id;
        Place =
            Places.FirstOrDefault(p => p.Slug == AskedPlace).Slug
            ?? (document.KindCode == DocumentKind.OfficialLetter ? BelowSubject : BelowNumber);
        Stamp = new(document.Unit, number, day, await GivenToAsync(id, ct));
        var viewer = await PageViewer.LoadAsync(db, document.ContentId, root, root, Request.Query, ct);
        Picture =
            viewer.IsPaged ? string.Format(viewer.LargeImagePattern, 1)
            : viewer.IsPicture ? viewer.FileLink
            : null;
        return Page();
    }

    private async Task<string> GivenToAsync(Guid id, CancellationToken ct)
    {
        var parts = await db
            .Assignments.AsNoTracking()
            .Where(a => a.IncomingId == id && a.FromId == null && a.State != AssignmentState.Ended)
            .OrderBy(a => a.Role)
            .ThenBy(a => a.AssignedAt)
            .ThenBy(a => a.Id)
            .Include(a => a.ToUnit)
            .Include(a => a.ToAccount)
            .ToListAsync(ct);
        return string.Join("; ", parts.Where(part => part.IsWork).Select(part => part.Holder));
    }
}
