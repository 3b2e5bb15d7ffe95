using DoanKet.Kernel.Access;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Merging;

/// <summary>Entries that look like one person, the surest first.</summary>
[Requires(Permissions.EditCode)]
internal sealed class PairListModel(UnionDb db, UserContext user, MergeMembers merge, Work work, JobQueue jobs) : PageModel
{
    public const int PageSize = 50;

    /// <summary>The pair with which the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public Guid? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public int Count { get; private set; }

    public int Certain { get; private set; }

    /// <summary>The search goes over the whole registry, so it is for those who have others below them.</summary>
    public bool MaySearch => user.Required.Can(Permissions.Approve);

    internal sealed record Row(
        Guid Id,
        string FirstName,
        string SecondName,
        string FirstUnit,
        string SecondUnit,
        int Percent,
        string Reasons,
        bool IsCertain
    )
    {
        public string Names => FirstName == SecondName ? FirstName : $"{FirstName} – {SecondName}";

        public string Units => FirstUnit == SecondUnit ? FirstUnit : $"{FirstUnit} và {SecondUnit}";
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await merge.MergeCertainAsync(ct);
        if (!result.Ok)
        {
            await LoadAsync(ct);
            return this.Invalid(result);
        }
        TempData["flash"] =
            $"Đã gộp {result.Value.Merged} cặp."
            + (result.Value.Left > 0 ? $" {result.Value.Left} cặp chưa gộp được; hãy mở từng cặp để xem." : "");
        return Redirect("/doan-vien/trung");
    }

    public async Task<IActionResult> OnPostSearchAsync(CancellationToken ct)
    {
        if (!MaySearch)
            return Forbid();
        await work.RunAsync(
            () =>
            {
                jobs.Add(LookForDuplicates.Name, "", LookForDuplicates.Name);
                return Task.FromResult(Result.Success);
            },
            ct
        );
        TempData["flash"] = "Chương trình đang tìm trong toàn bộ danh sách; vài phút nữa hãy mở lại trang này.";
        return Redirect("/doan-vien/trung");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var pairs = db.ToDecide(user.Required).AsNoTracking();
        Count = await pairs.CountAsync(ct);
        Certain = await pairs.CountAsync(p => p.IsCertain, ct);
        if (
            After is { } after
            && await db.SuspectPairs.Where(p => p.Id == after).Select(p => new { p.Percent }).FirstOrDefaultAsync(ct) is { } last
        )
            pairs = pairs.Where(p => p.Percent < last.Percent || (p.Percent == last.Percent && p.Id.CompareTo(after) > 0));
        var found = await pairs
            .OrderByDescending(p => p.Percent)
            .ThenBy(p => p.Id)
            .Take(PageSize + 1)
            .Select(p => new Row(
                p.Id,
                p.First.FullName,
                p.Second.FullName,
                p.First.Unit.Name,
                p.Second.Unit.Name,
                p.Percent,
                p.Reasons,
                p.IsCertain
            ))
            .ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Id.ToString() : null;
    }
}
