using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Where the picture of the own signature comes to stand on a paper that waits for it; its owner moves it.</summary>
[Requires(Permissions.ReadOutgoingCode)]
internal sealed class SignaturePlaceModel(UnionDb db, UserContext user, MakeSignature make, Signers signers, IPicturePlaces places)
    : PageModel
{
    /// <summary>Points in a millimetre.</summary>
    private const double Millimetre = 72 / 25.4;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [FromQuery(Name = "trang")]
    public int? PageNumber { get; set; }

    /// <summary>Millimetres from the left edge, from the lower edge, and wide.</summary>
    [BindProperty]
    public double Left { get; set; }

    [BindProperty]
    public double Bottom { get; set; }

    [BindProperty]
    public double PictureWidth { get; set; }

    public OutgoingDocument Document { get; private set; } = null!;

    public PageViewer Viewer { get; private set; } = null!;

    /// <summary>Null where the person has no picture of a signature.</summary>
    public PlacedPicture? Picture { get; private set; }

    public int Pages => Viewer.Current?.Pages ?? 1;

    public static string AddressOf(Guid id) => $"/van-ban/di/{id}/cho-ky";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } elsewhere)
        {
            Show();
            return Page();
        }
        return elsewhere;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        var spot = new PictureSpot(Picture?.Spot.Page ?? 1, Left * Millimetre, Bottom * Millimetre, PictureWidth * Millimetre, 0);
        return await AnswerAsync(await places.MoveAsync(Viewer.Current!.Sha256, spot, ct), "Đã ghi chỗ đặt ảnh chữ ký.");
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ?? await AnswerAsync(await places.ResetAsync(Viewer.Current!.Sha256, ct), "Ảnh chữ ký được đặt theo họ tên.");

    private Task<IActionResult> AnswerAsync(Result result, string done)
    {
        if (!result.Ok)
            return Task.FromResult<IActionResult>(this.Invalid(result));
        TempData["flash"] = done;
        return Task.FromResult<IActionResult>(Redirect(Document.Link));
    }

    private void Show()
    {
        if (Picture?.Spot is { } spot)
            (Left, Bottom, PictureWidth) = (InMillimetres(spot.X), InMillimetres(spot.Y), InMillimetres(spot.Width));
    }

    private static double InMillimetres(double points) => Math.Round(points / Millimetre, 1);

    /// <summary>Null when the page can be shown: it is the person's turn to sign this PDF file.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var person = user.Required;
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(person)
            .Include(d => d.Unit)
            .Include(d => d.CoSigners)
            .FirstOrDefaultAsync(d => d.Id == Id, ct);
        if (document is null)
            return NotFound();
        var isBeside = OutgoingSteps.CoSign.IsOpenTo(document, person);
        if (!isBeside && !OutgoingSteps.Sign.IsOpenTo(document, person))
            return Redirect(document.Link);
        var paper = await make.PaperAsync(document, ct);
        Viewer = await PageViewer.LoadAsync(db, document.ContentId, document.Link, AddressOf(Id), Request.Query, ct);
        if (paper.MediaType != MakeSignature.Signable || Viewer.Current?.Sha256 != paper.Sha256)
            return Redirect(document.Link);
        Document = document;
        var name = isBeside ? person.FullName : (await signers.ForSigningAsync(document, person, ct)).FullName;
        Picture = await places.FindAsync(paper.Sha256, name, PageNumber, ct);
        return null;
    }
}
