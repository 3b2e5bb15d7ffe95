using DoanKet.Kernel.Access;
using DoanKet.Kernel.Settings;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Registers;

[Requires(Permissions.ReadBooksCode)]
internal sealed class BookModel(OpenRegister open, RegisterSheet sheet, DataFolder data) : PageModel
{
    public const int PageSize = 50;

    /// <summary>Name of the last line on the page, so that a book opens where the day's work is.</summary>
    public const string Newest = "moi-nhat";

    [BindProperty(SupportsGet = true)]
    public RegisterForm Form { get; set; } = new();

    /// <summary>The number at which the page before ended; when nothing is said, the book opens at its newest lines.</summary>
    [FromQuery(Name = "sau")]
    public int? After { get; set; }

    public OpenedRegister Opened { get; private set; } = null!;

    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    /// <summary>After which the page before this one begins; null at the beginning.</summary>
    public int? Previous { get; private set; }

    public string Path => "/van-ban/so/" + Opened.Register.Slug;

    public async Task<IActionResult> OnGetAsync(string register, CancellationToken ct)
    {
        if (await open.HandleAsync(register, Form, ct) is not { } opened)
            return NotFound();
        Opened = opened;
        var first = (Form.FirstNumber ?? 1) - 1;
        var newest = After is null && Form.IsWhole ? await opened.Register.LastNumberAsync(opened.Query, ct) - PageSize : 0;
        var after = Math.Max(first, After ?? newest);
        Previous = after > first ? Math.Max(first, after - PageSize) : null;
        var found = await opened.Register.ReadAsync(opened.Query, after, PageSize + 1, ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Number : null;
        return Page();
    }

    /// <summary>The same part of the book, all pages of it, as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetSheetAsync(string register, CancellationToken ct)
    {
        if (await open.HandleAsync(register, Form, ct) is not { } opened)
            return NotFound();
        return await data.SheetFileAsync($"so-{register}-{opened.Query.Year}.xlsx", target => sheet.WriteAsync(target, opened, ct));
    }
}
