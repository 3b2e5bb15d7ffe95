using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.SigningTickets;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>Opens the program beside the token, and waits for what it brings.</summary>
[Requires(Permissions.UseCode)]
internal sealed class TokenJobModel(
    UnionDb db,
    UserContext user,
    AgentKeys keys,
    AgentSite site,
    AgentSteps steps,
    EndRound end,
    TimeProvider time
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AgentJob Job { get; private set; } = null!;

    /// <summary>What is signed; none where a certificate is added.</summary>
    public IReadOnlyList<string> Titles { get; private set; } = [];

    /// <summary>Opens the program; new each minute.</summary>
    public string Link => new SigningLink(Authority, Id, keys.Codes.For(Id, Job.Attempt, time.GetUtcNow())).ToString();

    private string Authority => new Uri(site.OriginOf(Request)).Authority;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (
            Job is { RoundId: { } round }
            && !await db.SigningRounds.AnyAsync(r => r.Id == round && r.State == RoundState.WaitingForKey, ct)
        )
            return Redirect(RoundPageModel.AddressOf(round));
        Response.KeepNowhere();
        if (Job.State is AgentJobState.Waiting or AgentJobState.Fetched)
            // Looks again by itself, with or without scripts; the code in the link is a new one each time.
            Response.Headers["Refresh"] = "3";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        await steps.AgainAsync(Id, ct);
        return Redirect(AgentJob.AddressOf(Id));
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Job.RoundId is not { } round)
            return NotFound();
        await end.HandleAsync(round, "Đã bỏ lần ký này.", ct);
        return Redirect(RoundPageModel.AddressOf(round));
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var own = user.Required.AccountId;
        if (await db.AgentJobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == Id && j.AccountId == own, ct) is not { } job)
            return false;
        Job = job;
        Titles = await db.Set<PaperOfRound>()
            .Where(p => p.RoundId == job.RoundId && p.State == PaperState.Prepared)
            .OrderBy(p => p.Ordinal)
            .Select(p => p.Title)
            .ToListAsync(ct);
        return true;
    }
}
