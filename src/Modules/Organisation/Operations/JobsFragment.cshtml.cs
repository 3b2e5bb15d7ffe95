using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Operations;

/// <summary>The table of jobs by itself, which the page asks for again and again.</summary>
[Requires(Permissions.OperationsCode, Everywhere = true)]
[ResponseCache(NoStore = true)]
internal sealed class JobsFragmentModel(ReadJobs read) : PageModel
{
    public IReadOnlyList<JobRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await read.HandleAsync(ct);
}
