using DoanKet.Kernel.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Ui.Forms;

/// <summary>How every form answers when its input was refused.</summary>
public static class InvalidPage
{
    /// <summary>Puts the problems beside their fields and shows the page again: 422, or 403 where no input would have done.</summary>
    /// <param name="prefix">Name of the bound input object, when the fields stand in one.</param>
    public static PageResult Invalid(this PageModel page, Result result, string prefix = "")
    {
        foreach (var problem in result.Problems)
            page.ModelState.AddModelError(
                problem.Field.Length == 0 || prefix.Length == 0 ? problem.Field : $"{prefix}.{problem.Field}",
                problem.Message
            );
        page.Response.StatusCode = result.IsRefused ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    /// <summary>Shows the page again when what was sent could not be read; the problems stand in its ModelState already.</summary>
    public static PageResult Invalid(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }
}
