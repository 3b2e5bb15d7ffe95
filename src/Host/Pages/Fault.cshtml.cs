using DoanKet.Host.Web;
using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Host.Pages;

/// <summary>The one error page: what happened, what to do, the id that is also in the log. Reads nothing from the database.</summary>
[Public("an error must be readable by whoever meets it")]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class FaultModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string WhatToDo { get; private set; } = "";

    public bool IsSessionOver => Response.StatusCode == StatusCodes.Status401Unauthorized;

    public string Id => HttpContext.TraceIdentifier;

    /// <summary>The form that failed, to be sent once more; null when there is none.</summary>
    internal FormAgain? Again { get; private set; }

    public void OnGet(int status) => Show(status);

    public async Task OnPostAsync(int status)
    {
        Show(status);
        Again = await FormAgain.FindAsync(HttpContext);
    }

    private void Show(int status)
    {
        // Re-executed after an exception the route still says 500; the response knows better.
        var actual = Response.StatusCode >= 400 ? Response.StatusCode : status;
        Response.StatusCode = actual;
        (Heading, WhatToDo) = FaultTexts.Of(actual, HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error);
    }
}
