using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Documents.Copying;

/// <summary>A copy of a document is made and signed for the unit.</summary>
[Uploads]
[Requires(Permissions.IssueCode)]
internal sealed class NewModel(UnionDb db, FindCopySource find, MakeCopy make, StoreUpload store, IDocumentSealer sealer) : PageModel
{
    public const string Address = DocumentCopy.Book + "/moi";

    [FromQuery(Name = "den")]
    public Guid? IncomingId { get; set; }

    [FromQuery(Name = "di")]
    public Guid? OutgoingId { get; set; }

    [BindProperty]
    public CopyForm Form { get; set; }

    [BindProperty]
    public int Ordinal { get; set; } = 1;

    [BindProperty]
    public IFormFile? Extract { get; set; }

    [BindProperty]
    public string Purpose { get; set; } = "";

    [BindProperty]
    public string Secret { get; set; } = "";

    /// <summary>How the unit's key is reached; null when it has none that can be used.</summary>
    public SigningWay? Way { get; private set; }

    public CopySource Source { get; private set; } = null!;

    public PageViewer Viewer { get; private set; } = null!;

    public static IReadOnlyList<SelectListItem> Forms { get; } =
    [.. Enum.GetValues<CopyForm>().Select(form => new SelectListItem(form.Name(), form.ToString()))];

    public IReadOnlyList<SelectListItem> Files => [.. Viewer.Files.Select(file => new SelectListItem(file.Name, file.Ordinal.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var extract = await store.HandleAsync(Extract, "Extract", ct);
        if (!extract.Ok)
            return this.Invalid(extract);
        var made = await make.HandleAsync(new(IncomingId, OutgoingId, Ordinal, Form, extract.Value, Purpose, Secret), ct);
        if (!made.Ok)
            return this.Invalid(made);
        if (made.Value.Copy is not { } copy)
            return Redirect(made.Value.Address!);
        TempData["flash"] = "Đã ký số bản sao.";
        return Redirect($"{DocumentCopy.Book}/{copy}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await find.HandleAsync(IncomingId, OutgoingId, ct) is not { } source)
            return false;
        (Source, Way) = (source, await sealer.WayAsync(source.Unit.Id, ct));
        Viewer = await PageViewer.LoadAsync(db, source.ContentId, source.Link, source.Link, Request.Query, ct);
        return true;
    }
}
