using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Remote;

/// <summary>What a provider was asked on the person's behalf, and what the phone shows of it.</summary>
[Requires(Permissions.UseCode)]
internal sealed class RequestPageModel(
    UnionDb db,
    UserContext user,
    SigningProviders providers,
    RegisterRemoteKey register,
    AskProvider ask,
    EndRound end,
    TimeProvider time
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>As the provider names the key that is chosen.</summary>
    [BindProperty]
    public string Credential { get; set; } = "";

    [BindProperty]
    public string Pin { get; set; } = "";

    /// <param name="IsUsable">It counts today, and its provider has not locked it.</param>
    internal sealed record Choice(string Id, string Name, string Issuer, DateTime Until, bool AsksPin, bool IsUsable);

    public ProviderRequest Asked { get; private set; } = null!;

    public string ProviderName { get; private set; } = "";

    /// <summary>What is signed, as the phone shows it: number and title.</summary>
    public IReadOnlyList<(string Number, string Title)> Papers { get; private set; } = [];

    /// <summary>To choose from; empty once one is chosen.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (Asked.RoundId is { } round && !await db.SigningRounds.AnyAsync(r => r.Id == round && r.State == RoundState.WaitingForKey, ct))
            return Redirect(RoundPageModel.AddressOf(round));
        Response.KeepNowhere();
        if (Asked.IsUnderWay)
            // Looks again by itself, with or without scripts.
            Response.Headers["Refresh"] = "3";
        return Asked.State == RequestState.Choosing && await ReadChoicesAsync(ct) is { Ok: false } failed ? this.Invalid(failed) : Page();
    }

    /// <summary>Sent again.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        await ask.SendAsync(Id, Pin, ct);
        return Redirect(ProviderRequest.AddressOf(Id));
    }

    public async Task<IActionResult> OnPostChooseAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var chosen = await register.ChooseAsync(Asked, Credential, Pin, ct);
        if (chosen.Ok)
            return Redirect(ProviderRequest.AddressOf(Id));
        await ReadChoicesAsync(ct);
        return this.Invalid(chosen);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Asked.RoundId is not { } round)
            return NotFound();
        await end.HandleAsync(round, "Đã bỏ lần ký này.", ct);
        return Redirect(RoundPageModel.AddressOf(round));
    }

    private async Task<Result> ReadChoicesAsync(CancellationToken ct)
    {
        var found = await register.ReadAsync(Asked, ct);
        if (!found.Ok)
            return found;
        var now = time.UtcDateTime();
        Choices =
        [
            .. found.Value.Select(credential =>
            {
                var certificate = credential.Certificates[0];
                return new Choice(
                    credential.Id,
                    certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
                    certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
                    certificate.NotAfter.ToUniversalTime(),
                    credential.AsksPin,
                    credential.IsEnabled && certificate.NotAfter.ToUniversalTime() > now
                );
            }),
        ];
        return Choices.Count > 0 ? Result.Success : Result.Fail("Nhà cung cấp không có chứng thư nào cho số này; hãy xem lại số đã nhập.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var own = user.Required.AccountId;
        if (await db.ProviderRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == Id && r.AccountId == own, ct) is not { } request)
            return false;
        (Asked, ProviderName) = (request, providers.Find(request.Provider)?.Name ?? request.Provider);
        if (request.RoundId is not { } round)
            return true;
        var papers = db.Set<PaperOfRound>().Where(p => p.RoundId == round && p.State == PaperState.Prepared);
        Papers =
        [
            .. (await papers.OrderBy(p => p.Ordinal).Select(p => new { p.Ordinal, p.Title }).ToListAsync(ct)).Select(p =>
                (request.DocumentId(p.Ordinal), p.Title)
            ),
        ];
        return true;
    }
}
