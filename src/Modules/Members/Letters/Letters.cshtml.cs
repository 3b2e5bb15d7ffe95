using System.Net.Mime;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Filtering;
using DoanKet.Modules.Members.Shared;
using DoanKet.OfficialFormat;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Letters;

/// <summary>Labels, and a letter to each, for the members of a list; the conditions of the list stand in the address.</summary>
[Requires(Permissions.EditCode)]
internal sealed class LettersModel(PrintLetters print, MemberFilter filter, TimeProvider time) : PageModel
{
    public static IReadOnlyList<SelectListItem> Sheets { get; } =
    [new("24 nhãn một tờ (70 × 37 mm)", "3x8"), new("14 nhãn một tờ (105 × 42 mm)", "2x7")];

    [BindProperty]
    public LetterInput Letter { get; set; } = new();

    [BindProperty]
    public LabelInput Label { get; set; } = new();

    public IReadOnlyList<string> Words => filter.Words;

    public Count Count { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Letter.Kind = "Thư mời";
        Letter.PlaceAndDay = "……, " + VietnameseDate.Format(time.Today());
        Letter.SignerPosition = "TM. Ban Chấp hành, Chủ tịch";
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        PrintAsync(members => print.LettersAsync(members, Letter, ct), "Thu.pdf", nameof(Letter), nameof(Label), ct);

    public Task<IActionResult> OnPostLabelsAsync(CancellationToken ct) =>
        PrintAsync(members => print.LabelsAsync(members, Label, ct), "Nhan.pdf", nameof(Label), nameof(Letter), ct);

    /// <param name="form">Its problems are shown; those of the other form, which was not sent, are none.</param>
    private async Task<IActionResult> PrintAsync(
        Func<IQueryable<Member>, Task<Result<Stream>>> print,
        string fileName,
        string form,
        string other,
        CancellationToken ct
    )
    {
        ModelState.ClearValidationState(other);
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith(other + ".", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        var members = await LoadAsync(ct);
        if (!ModelState.IsValid)
            return this.Invalid();
        var result = await print(members);
        return result.Ok
            ? new FileStreamResult(result.Value, MediaTypeNames.Application.Pdf) { FileDownloadName = fileName }
            : this.Invalid(result, form);
    }

    private async Task<IQueryable<Member>> LoadAsync(CancellationToken ct)
    {
        var members = await filter.ApplyAsync(Request.Query, ModelState, ct);
        Count = new(await members.Take(PrintLetters.MostPeople + 1).CountAsync(ct), PrintLetters.MostPeople);
        return members;
    }
}
