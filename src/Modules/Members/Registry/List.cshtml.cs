using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Registry;

/// <summary>The members whom the person may see, by their given names.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class ListModel(UnionDb db, UserContext user, FieldCipher cipher) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "tu-khoa")]
    public string? SearchTerms { get; set; }

    [FromQuery(Name = "trang-thai")]
    public MemberState? State { get; set; }

    /// <summary>Where the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public string? After { get; set; }

    /// <summary>Of one union or of a unit and all below it.</summary>
    [FromQuery(Name = "don-vi")]
    public Guid? UnitId { get; set; }

    public string? UnitName { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>More people are meant by the words than are shown.</summary>
    public bool HasMore { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public bool MayApprove => user.Required.Can(Permissions.Approve);

    public bool MayEdit => user.Required.Can(Permissions.Edit);

    public bool IsFiltered => State is not null || !string.IsNullOrWhiteSpace(SearchTerms);

    internal sealed record Row(
        Guid Id,
        string FullName,
        string NameBackward,
        Sex? Sex,
        int? BirthYear,
        DateOnly? BornOn,
        byte[]? NationalIdSealed,
        string Phone,
        string Position,
        string Unit,
        MemberState State
    )
    {
        public BirthDate? Born => BirthYear is { } year ? new BirthDate(year, BornOn) : null;
    }

    /// <summary>040•••••••12; empty where none is known.</summary>
    public string Masked(Row row) => row.NationalIdSealed is { } sealedId ? NationalId.Mask(cipher.Open(sealedId)) : "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Tabs = [TabOf("Tất cả", null), .. Enum.GetValues<MemberState>().Select(state => TabOf(state.Name(), state))];
        var members = await FilteredAsync(ct);
        if (string.IsNullOrWhiteSpace(SearchTerms))
            await ReadPageAsync(members, ct);
        else
            await FindAsync(members, SearchTerms, ct);
    }

    private async Task<IQueryable<Member>> FilteredAsync(CancellationToken ct)
    {
        var members = db.Members.AsNoTracking().VisibleTo(user.Required, Permissions.Read);
        if (
            UnitId is { } id
            && await db.Units.Where(u => u.Id == id).Select(u => new { u.Path, u.Name }).FirstOrDefaultAsync(ct) is { } unit
        )
        {
            UnitName = unit.Name;
            members = members.OfUnitsWithin(unit.Path);
        }
        return State is { } asked ? members.Where(m => m.State == asked) : members;
    }

    private async Task ReadPageAsync(IQueryable<Member> members, CancellationToken ct)
    {
        if (NameCursor.Parse(After) is { } cursor)
            members = members.Where(m =>
                m.NameBackward.CompareTo(cursor.Name) > 0 || (m.NameBackward == cursor.Name && m.Id.CompareTo(cursor.Id) > 0)
            );
        // One more than shown tells whether there is a next page; nothing is counted.
        var found = await Rowed(members.OrderBy(m => m.NameBackward).ThenBy(m => m.Id)).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? new NameCursor(Rows[^1].NameBackward, Rows[^1].Id).ToString() : null;
    }

    private async Task FindAsync(IQueryable<Member> members, string typed, CancellationToken ct)
    {
        List<Row> found = [];
        foreach (var (i, meant) in members.Meant(typed, cipher).Index())
        {
            if (found.Count > PageSize || (found.Count > 0 && i >= FindMembers.AllAsked(typed)))
                break;
            found = [.. found.Concat(await Rowed(meant).Take(PageSize + 1).ToListAsync(ct)).DistinctBy(row => row.Id)];
        }
        Rows = [.. found.Take(PageSize)];
        HasMore = found.Count > PageSize;
    }

    private static IQueryable<Row> Rowed(IQueryable<Member> members) =>
        members.Select(m => new Row(
            m.Id,
            m.FullName,
            m.NameBackward,
            m.Sex,
            m.BirthYear,
            m.BornOn,
            m.NationalIdSealed,
            m.Phone,
            m.Position,
            m.Unit.Name,
            m.State
        ));

    private Tab TabOf(string text, MemberState? state) =>
        new(text, Request.With(("trang-thai", state?.ToString()), ("sau", null)), State == state);
}
