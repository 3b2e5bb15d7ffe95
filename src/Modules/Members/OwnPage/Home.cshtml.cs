using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Cards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>A member's own page: who I am to the union, my card, and where to go on.</summary>
internal sealed class HomeModel(OwnSessions sessions, UnionDb db, Work work) : OwnPageModel(sessions)
{
    private readonly OwnSessions _sessions = sessions;

    /// <summary>The one that counts, else the one on its way; null for none.</summary>
    public MemberCard? Card { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) =>
        Card = await db
            .Cards.AsNoTracking()
            .Where(c => c.MemberId == Member.Id && c.State <= CardState.InHand)
            .OrderByDescending(c => c.State)
            .FirstOrDefaultAsync(ct);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        await work.RunAsync(
            async () =>
            {
                await _sessions.EndAsync(HttpContext, ct);
                return Result.Success;
            },
            ct
        );
        return Redirect(OwnSessions.Address + "/vao");
    }
}
