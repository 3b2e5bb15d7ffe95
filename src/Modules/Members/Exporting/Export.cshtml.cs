using DoanKet.Kernel.Access;
using DoanKet.Modules.Members.Filtering;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Exporting;

/// <summary>Whom, which columns, and why.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class ExportModel(ExportMembers export, MemberFilter filter, UserContext user) : PageModel
{
    private static readonly MemberField[] Usual =
    [
        MemberField.UnitCode,
        MemberField.FullName,
        MemberField.Born,
        MemberField.Sex,
        MemberField.Phone,
        MemberField.Position,
    ];

    [BindProperty]
    public ExportInput Input { get; set; } = new();

    /// <summary>Whose list it is, in words; the conditions stand in the address.</summary>
    public IReadOnlyList<string> Words => filter.Words;

    public Count Count { get; private set; }

    public IReadOnlyList<ExportColumn> Columns { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.Columns = [.. Usual];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var members = await LoadAsync(ct);
        if (!ModelState.IsValid)
            return this.Invalid();
        var result = await export.HandleAsync(members, Input, ct);
        return result.Ok ? result.Value : this.Invalid(result, nameof(Input));
    }

    private async Task<IQueryable<Member>> LoadAsync(CancellationToken ct)
    {
        Columns = [.. ExportColumn.OpenTo(user.Required)];
        var members = await filter.ApplyAsync(Request.Query, ModelState, ct);
        Count = new(await members.Take(ExportMembers.MaxRows + 1).CountAsync(ct), ExportMembers.MaxRows);
        return members;
    }
}
