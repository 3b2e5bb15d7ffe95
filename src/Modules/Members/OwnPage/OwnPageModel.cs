using DoanKet.Kernel.Access;
using DoanKet.Modules.Members.Shared;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>A page for one member, who was let in by a code; everybody else is led to where codes are typed.</summary>
[Public("members have no account; the page asks for the member's own session")]
[EnableRateLimiting(PublicPages.Policy)]
internal abstract class OwnPageModel(OwnSessions sessions) : PageModel
{
    /// <summary>With the union; to be looked at.</summary>
    public Member Member { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-store";
        if (await sessions.FindAsync(HttpContext, HttpContext.RequestAborted) is not { } member)
        {
            context.Result = Redirect(OwnSessions.Address + "/vao");
            return;
        }
        Member = member;
        await next();
    }
}
