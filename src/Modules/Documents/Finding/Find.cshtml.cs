using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Documents.Finding;

[Requires(Permissions.ReadIncomingCode, Permissions.ReadOutgoingCode, Permissions.HandleCode, Permissions.AcknowledgeCode)]
internal sealed class FindModel(FindDocuments find, UserContext user, DataFolder data, TakenOut taken, TimeProvider time) : PageModel
{
    public const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public FindForm Form { get; set; } = new();

    /// <summary>Where the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public string? After { get; set; }

    public IReadOnlyList<FoundRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool HasSeveralUnits => user.Required.UnitIds.Count > 1;

    public static IEnumerable<SelectListItem> Directions { get; } =
    [new("Văn bản đến", FindForm.Incoming), new("Văn bản đi", FindForm.Outgoing)];

    public static IEnumerable<SelectListItem> States =>
        Enum.GetValues<IncomingState>()
            .Select(s => new SelectListItem("Đến: " + s.Name(), $"{FindForm.Incoming}.{s.Slug()}"))
            .Concat(Enum.GetValues<OutgoingState>().Select(s => new SelectListItem("Đi: " + s.Name(), $"{FindForm.Outgoing}.{s}")));

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Form.IsEmpty || !ModelState.IsValid)
            return;
        // One more than shown tells whether there is a next page; nothing is counted.
        var found = await find.HandleAsync(Form, ListCursor.Parse(After), PageSize + 1, ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? new ListCursor(Rows[^1].At, Rows[^1].Id).ToString() : null;
    }

    /// <summary>All that was found, as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken ct)
    {
        if (Form.IsEmpty || !ModelState.IsValid)
            return Redirect(Form.Address(null));
        var rows = await find.HandleAsync(Form, null, TakenOut.MaxRows, ct);
        var title = string.IsNullOrWhiteSpace(Form.SearchTerms) ? "Văn bản tìm thấy" : $"Văn bản tìm theo: {Form.SearchTerms.Trim()}";
        return await data.SheetFileAsync(
            $"tim-van-ban-{time.Today():yyyyMMdd}.xlsx",
            target => FoundSheet.WriteAsync(target, rows, taken.Above(title, rows.Count), ct)
        );
    }
}
