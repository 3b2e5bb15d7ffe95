using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>How far a round of the own is, what it waits for, and at last what was signed.</summary>
[Requires(Permissions.UseCode)]
internal sealed class RoundPageModel(
    UnionDb db,
    UserContext user,
    ISignedPapers papers,
    KeyWays ways,
    GiveValues give,
    IEnumerable<IAskForKey> asks,
    EndRound end
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Secret { get; set; } = "";

    public SigningRound Round { get; private set; } = null!;

    public SigningKey Key { get; private set; } = null!;

    /// <summary>Where the person came from, and what it is called.</summary>
    public (string Address, string Name) Back =>
        Round.Papers is [{ Act: not RoundAct.Sign } paper, ..] ? (paper.Address, "Về văn bản") : papers.Tray;

    public IEnumerable<PaperOfRound> Signed => Round.Papers.Where(paper => paper.State == PaperState.Signed);

    public IEnumerable<PaperOfRound> Left => Round.Papers.Where(paper => paper.State == PaperState.Left);

    /// <summary>How the key is reached that the round waits for; null when it cannot be any more.</summary>
    public SigningWay? Way => ways.Of(Key);

    /// <summary>Work of the program itself goes on.</summary>
    public bool IsRunning => Round.State is RoundState.Preparing or RoundState.Finishing;

    public static string AddressOf(Guid round) => $"/chu-ky-so/lan-ky/{round}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (Round.State == RoundState.WaitingForKey && await ElsewhereAsync(ct) is { } address)
            return Redirect(address);
        if (IsRunning)
            // Looks again by itself, with or without scripts.
            Response.Headers["Refresh"] = "2";
        return Page();
    }

    /// <summary>The password or the PIN again, where the program was stopped before the key had signed or was asked for.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (asks.FirstOrDefault(one => one.Place == Key.Place) is not { } ask)
            return await AnswerAsync(await give.UnlockAsync(Round, Secret, ct), ct);
        if (Round.State == RoundState.WaitingForKey)
            await ask.AskAsync(Id, Key, Secret, ct);
        return Redirect(AddressOf(Id));
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        return await AnswerAsync(await end.HandleAsync(Id, "Đã bỏ lần ký này.", ct), ct);
    }

    /// <returns>Where the key is asked for, by the program beside a token or by phone; null where it is here.</returns>
    private async Task<string?> ElsewhereAsync(CancellationToken ct)
    {
        switch (Key.Place)
        {
            case KeyPlace.Token:
                return AgentJob.AddressOf(await db.AgentJobs.Where(j => j.RoundId == Id).Select(j => j.Id).FirstAsync(ct));
            case KeyPlace.Provider:
                var asked = await db.ProviderRequests.Where(r => r.RoundId == Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
                return asked is { } request ? ProviderRequest.AddressOf(request) : null;
            default:
                return null;
        }
    }

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.Ok)
            return Redirect(AddressOf(Id));
        return await LoadAsync(ct) ? this.Invalid(result) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var own = user.Required.AccountId;
        var round = await db.SigningRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == Id && r.AccountId == own, ct);
        if (round is null)
            return false;
        // Without what is prepared, which is large.
        round.Papers = await db.Set<PaperOfRound>()
            .AsNoTracking()
            .Where(p => p.RoundId == Id)
            .OrderBy(p => p.Ordinal)
            .Select(p => new PaperOfRound
            {
                Id = p.Id,
                Title = p.Title,
                Address = p.Address,
                Act = p.Act,
                State = p.State,
                Why = p.Why,
            })
            .ToListAsync(ct);
        (Round, Key) = (round, await db.SigningKeys.AsNoTracking().FirstAsync(k => k.Id == round.KeyId, ct));
        return true;
    }
}
