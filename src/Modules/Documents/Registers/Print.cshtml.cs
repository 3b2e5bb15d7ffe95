using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>The same part of the same book as on screen, as A4 PDF shown in the browser.</summary>
[Requires(Permissions.ReadBooksCode)]
internal sealed class PrintModel(OpenRegister open, PrintRegister print) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public RegisterForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string register, CancellationToken ct)
    {
        if (await open.HandleAsync(register, Form, ct) is not { } opened)
            return NotFound();
        Response.GetTypedHeaders().ContentDisposition = new("inline") { FileNameStar = $"so-{register}-{opened.Query.Year}.pdf" };
        return File(await print.HandleAsync(opened, Form.Volume, ct), "application/pdf");
    }
}
