using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Terms;

/// <summary>The terms of one union, and who is in its bodies.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class TermPageModel(UnionDb db, UserContext user, SaveTerm saveTerm, SavePost savePost, TimeProvider time) : PageModel
{
    [BindProperty]
    public TermInput Input { get; set; } = new();

    /// <summary>What is mended of the last term.</summary>
    [BindProperty]
    public TermInput Change { get; set; } = new();

    /// <summary>The last term, as the page was drawn.</summary>
    [BindProperty]
    public Guid TermId { get; set; }

    [BindProperty]
    public PostInput Post { get; set; } = new();

    [BindProperty]
    public Guid PostId { get; set; }

    public Unit Unit { get; private set; } = null!;

    /// <summary>The last first.</summary>
    public IReadOnlyList<UnionTerm> Terms { get; private set; } = [];

    public ILookup<Guid, UnionPost> Posts { get; private set; } = Array.Empty<UnionPost>().ToLookup(p => p.TermId);

    public UnionTerm? Last => Terms.Count > 0 ? Terms[0] : null;

    public bool MayEdit => user.Required.Can(Permissions.Edit, Unit);

    public DateOnly Today => time.Today();

    public IEnumerable<SelectListItem> Bodies =>
        Enum.GetValues<UnionBody>().Select(body => new SelectListItem(body.Name(), body.ToString()));

    public IEnumerable<SelectListItem> Positions =>
        Enum.GetValues<UnionBody>().SelectMany(body => body.Positions()).Distinct().Select(name => new SelectListItem(name, name));

    public async Task<IActionResult> OnGetAsync(Guid unit, CancellationToken ct)
    {
        if (!await LoadAsync(unit, ct))
            return NotFound();
        Change = Last is null ? new() : TermInput.Of(Last);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid unit, CancellationToken ct) =>
        ActAsync(unit, "Đã ghi nhiệm kỳ.", nameof(Input), () => saveTerm.HandleAsync(unit, null, Input, ct), ct);

    public Task<IActionResult> OnPostChangeAsync(Guid unit, CancellationToken ct) =>
        ActAsync(unit, "Đã sửa nhiệm kỳ.", nameof(Change), () => saveTerm.HandleAsync(unit, TermId, Change, ct), ct);

    public Task<IActionResult> OnPostAddAsync(Guid unit, CancellationToken ct) =>
        ActAsync(unit, "Đã ghi chức vụ.", nameof(Post), () => savePost.AddAsync(TermId, Post, ct), ct);

    public Task<IActionResult> OnPostEndAsync(Guid unit, CancellationToken ct) =>
        ActAsync(unit, "Đã ghi thôi chức vụ.", null, () => savePost.EndAsync(PostId, ct), ct);

    private async Task<IActionResult> ActAsync(Guid unit, string said, string? prefix, Func<Task<Result>> act, CancellationToken ct)
    {
        if (!await LoadAsync(unit, ct))
            return NotFound();
        var result = await act();
        if (!result.Ok)
            return prefix is null ? this.Invalid(result) : this.Invalid(result, prefix);
        TempData["flash"] = said;
        return Redirect($"/doan-vien/nhiem-ky/{unit}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().ReachedBy(user.Required, Permissions.Read).FirstOrDefaultAsync(u => u.Id == id, ct);
        if (unit is null)
            return false;
        Unit = unit;
        Terms = await db.UnionTerms.AsNoTracking().Where(t => t.UnitId == id).OrderByDescending(t => t.FromOn).Take(20).ToListAsync(ct);
        var shown = Terms.Select(t => t.Id).ToList();
        var posts = await db.UnionPosts.AsNoTracking().Where(p => shown.Contains(p.TermId)).ToListAsync(ct);
        Posts = posts
            .OrderBy(p => p.Body)
            .ThenBy(p => p.Body.Positions().ToList().IndexOf(p.Position))
            .ThenBy(p => p.FullName, StringComparer.Ordinal)
            .ToLookup(p => p.TermId);
        return true;
    }
}
