using DoanKet.Kernel.Access;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Rounds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>How to sign with a USB token: the program for this machine, and then the certificate of the token.</summary>
[Requires(Permissions.UseCode)]
internal sealed class AddTokenModel(AgentSite site, AgentSteps steps, HeldKeys keys) : PageModel
{
    /// <summary>Kinds of machines for which the program can be had here.</summary>
    public IReadOnlyList<(string Machine, string Name)> Machines { get; private set; } = [];

    /// <summary>The unit's certificate and not the person's own.</summary>
    [FromQuery(Name = "coQuan")]
    public bool ForOffice { get; set; }

    public void OnGet() =>
        Machines = [.. AgentSite.Machines.Where(one => site.BuildOf(one.Machine) is not null).Select(one => (one.Machine, one.Name))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var office = ForOffice ? await keys.OwnOfficeAsync(ct) : null;
        return ForOffice && office is null ? NotFound() : Redirect(AgentJob.AddressOf((await steps.AddAsync(office?.Id, ct)).Value));
    }
}
