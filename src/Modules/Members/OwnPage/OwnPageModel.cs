using DoanKet.Kernel.Access;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>
/// A page for one member, who was let in by a code; everybody else is led to where codes are typed. Not counted by address: the workers of
/// a whole factory stand behind one at the end of a shift.
/// </summary>
[Public("members have no account; the page asks for the member's own session")]
internal abstract class OwnPageModel(OwnSessions sessions) : PageModel
{
    /// <summary>With the union; to be looked at.</summary>
    public Member Member { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.KeepNowhere();
        if (await sessions.FindAsync(HttpContext, HttpContext.RequestAborted) is not { } member)
        {
            context.Result = Redirect(OwnSessions.Address + "/vao");
            return;
        }
        Member = member;
        await next();
    }
}
