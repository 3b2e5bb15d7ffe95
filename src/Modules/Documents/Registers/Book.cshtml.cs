using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Registers;

[Requires(Permissions.ReadBooksCode)]
internal sealed class BookModel(OpenRegister open) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public RegisterForm Form { get; set; } = new();

    /// <summary>The number at which the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public int After { get; set; }

    public OpenedRegister Opened { get; private set; } = null!;

    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public string Path => "/van-ban/so/" + Opened.Register.Slug;

    public async Task<IActionResult> OnGetAsync(string register, CancellationToken ct)
    {
        if (await open.HandleAsync(register, Form, ct) is not { } opened)
            return NotFound();
        Opened = opened;
        var found = await opened.Register.ReadAsync(opened.Query, After, PageSize + 1, ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Number : null;
        return Page();
    }
}
