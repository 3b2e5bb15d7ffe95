using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.PaperForms.Cards;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

/// <summary>How the cards of the office look: places that can be changed, and the card as it would be.</summary>
[Requires(Permissions.CardsCode), Uploads]
internal sealed class TemplateModel(UnionDb db, UserContext user, CardFaces faces, SaveTemplate save, TimeProvider time) : PageModel
{
    public static IReadOnlyList<SelectListItem> Contents { get; } =
    [
        new("Chữ", nameof(CardContent.Text)),
        new("Ảnh đoàn viên", nameof(CardContent.Photo)),
        new("Mã QR", nameof(CardContent.QrCode)),
        new("Nền màu", nameof(CardContent.Area)),
        new("Ảnh nền", nameof(CardContent.Picture)),
    ];

    public static IReadOnlyList<SelectListItem> Alignments { get; } =
    [new("Trái", nameof(CardAlignment.Left)), new("Giữa", nameof(CardAlignment.Centre)), new("Phải", nameof(CardAlignment.Right))];

    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    public Unit Office { get; private set; } = null!;

    public bool HasPicture { get; private set; }

    /// <summary>Changes with every saving, so that the browser does not show the card of before.</summary>
    public string Shown { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var (layout, _) = await faces.LayoutAsync(Office.Path, ct);
        Input.Places = [.. layout.Places.Select(PlaceInput.Of)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        // A line without a width was emptied in order to take it out; one more line stands at the end for a new place.
        Input.Places = [.. Input.Places.Where(place => place.Width is not null)];
        var result = await save.HandleAsync(Office, Input, ct);
        if (!result.Ok)
        {
            ModelState.Clear();
            return this.Invalid(result, nameof(Input));
        }
        TempData["flash"] = "Đã lưu mẫu thẻ. Các lô in lập từ bây giờ dùng mẫu này.";
        return Redirect("/doan-vien/the/mau");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (user.Required.Unit is not { } acting)
            return false;
        Office = await db.Units.OfficeOfAsync(acting.Id, ct);
        if (!user.Required.Can(Permissions.Cards, Office))
            return false;
        var template = await db.CardTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.UnitId == Office.Id, ct);
        HasPicture = template?.PictureSha256 is not null;
        if (!HttpMethods.IsPost(Request.Method))
            Input.Version = template?.Version ?? 0;
        Shown = (template?.ChangedAt ?? time.GetUtcNow().UtcDateTime).Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }
}
