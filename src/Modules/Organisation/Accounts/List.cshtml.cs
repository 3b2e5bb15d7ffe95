using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.VietnameseText;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Accounts;

[Requires(Permissions.AccountsCode)]
internal sealed class ListModel(UnionDb db, AccountReach reach, UserContext user, TimeProvider time) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "q")]
    public string? SearchTerms { get; set; }

    [FromQuery(Name = "sau")]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string? NextAddress =>
        Next is null ? null : $"/tai-khoan?q={Uri.EscapeDataString(SearchTerms ?? "")}&sau={Uri.EscapeDataString(Next)}";

    internal sealed record Row(Guid Id, string UserName, string FullName, bool Closed, string? Post);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var accounts = reach.Visible().AsNoTracking();
        var today = time.Today();
        var units = db.Units.ReachedBy(user.Required, Permissions.EditAccounts).Select(u => u.Id);
        foreach (var word in Fold.Text(SearchTerms).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
            accounts = accounts.Where(a => a.NameFold.Contains(word));
        if (!string.IsNullOrEmpty(After))
            accounts = accounts.Where(a => a.NormalizedUserName!.CompareTo(After) > 0);
        var rows = await accounts
            .OrderBy(a => a.NormalizedUserName)
            .Take(PageSize + 1)
            .Select(a => new Row(
                a.Id,
                a.UserName!,
                a.FullName,
                a.ClosedAt != null,
                db.Posts.Where(p => p.AccountId == a.Id && units.Contains(p.UnitId) && (p.ValidTo == null || p.ValidTo >= today))
                    .OrderBy(p => p.Id)
                    .Select(p => p.Title + " – " + p.Unit.Name)
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].UserName.ToUpperInvariant() : null;
    }
}
