using DoanKet.Kernel.Access;
using DoanKet.Modules.Signing.Rounds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>How to sign with a USB token: the program for this machine, and then the certificate of the token.</summary>
[Requires(Permissions.UseCode)]
internal sealed class AddTokenModel(AgentSite site, AgentSteps steps) : PageModel
{
    /// <summary>Kinds of machines for which the program can be had here.</summary>
    public IReadOnlyList<(string Machine, string Name)> Machines { get; private set; } = [];

    public void OnGet() =>
        Machines = [.. AgentSite.Machines.Where(one => site.BuildOf(one.Machine) is not null).Select(one => (one.Machine, one.Name))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Redirect(AgentJob.AddressOf((await steps.AddAsync(ct)).Value));
}
