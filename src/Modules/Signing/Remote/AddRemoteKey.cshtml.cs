using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Remote;

/// <summary>Where the person's certificate is kept, and under which number.</summary>
[Requires(Permissions.UseCode)]
internal sealed class AddRemoteKeyModel(
    UnionDb db,
    UserContext user,
    SigningProviders providers,
    RegisterRemoteKey register,
    HeldKeys keys,
    TimeProvider time
) : PageModel
{
    [BindProperty]
    public string Provider { get; set; } = "";

    /// <summary>As the provider names the person.</summary>
    [BindProperty]
    public string Number { get; set; } = "";

    public IReadOnlyList<SigningProvider> Providers => providers.All;

    /// <summary>The unit's certificate and not the person's own.</summary>
    [FromQuery(Name = "coQuan")]
    public bool ForOffice { get; set; }

    /// <summary>One that was begun within the hour and not ended; null when there is none.</summary>
    public Guid? Unfinished { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (own, recent) = (user.Required.AccountId, time.UtcDateTime().AddHours(-1));
        Unfinished = await db
            .ProviderRequests.Where(r => r.AccountId == own && r.RoundId == null && r.CreatedAt > recent && r.State != RequestState.Done)
            .OrderByDescending(r => r.CreatedAt)
            .Select(r => (Guid?)r.Id)
            .FirstOrDefaultAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var office = ForOffice ? await keys.OwnOfficeAsync(ct) : null;
        if (ForOffice && office is null)
            return NotFound();
        var begun = await register.BeginAsync(Provider, Number, office?.Id, ct);
        return begun.Ok ? Redirect(ProviderRequest.AddressOf(begun.Value)) : this.Invalid(begun);
    }
}
