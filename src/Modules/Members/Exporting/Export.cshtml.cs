using DoanKet.Kernel.Access;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Members.Exporting;

/// <summary>Whom, which columns, and why.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class ExportModel(ExportMembers export, UserContext user) : PageModel
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

    public static IReadOnlyList<SelectListItem> States { get; } =
    [.. Enum.GetValues<MemberState>().Select(state => new SelectListItem(state.Name(), state.ToString()))];

    [BindProperty]
    public ExportInput Input { get; set; } = new();

    [FromQuery(Name = "ma-don-vi")]
    public string? UnitCode { get; set; }

    public IReadOnlyList<ExportColumn> Columns { get; private set; } = [];

    public void OnGet()
    {
        Columns = [.. ExportColumn.OpenTo(user.Required)];
        Input.UnitCode = UnitCode ?? "";
        Input.State = MemberState.Active;
        Input.Columns = [.. Usual];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Columns = [.. ExportColumn.OpenTo(user.Required)];
        var result = await export.HandleAsync(Input, ct);
        return result.Ok ? result.Value : this.Invalid(result, nameof(Input));
    }
}
