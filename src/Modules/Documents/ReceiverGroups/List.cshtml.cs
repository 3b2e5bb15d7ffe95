using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.ReceiverGroups;

[Requires(Permissions.IssueCode)]
internal sealed class ListModel(ChangeReceiverGroup groups) : PageModel
{
    internal sealed record Row(Guid Id, string Name, string Unit, int Members);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await groups
            .Open()
            .AsNoTracking()
            .OrderBy(g => g.Unit.Path)
            .ThenBy(g => g.Name)
            .Select(g => new Row(g.Id, g.Name, g.Unit.Name, g.Members.Count))
            .ToListAsync(ct);
}
