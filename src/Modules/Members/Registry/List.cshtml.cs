using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Filtering;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Ui.Parts;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Registry;

/// <summary>The members whom the person may see, by their given names.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class ListModel(MemberFilter filter, UserContext user, FieldCipher cipher) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "tu-khoa")]
    public string? SearchTerms { get; set; }

    [FromQuery(Name = "trang-thai")]
    public MemberState? State { get; set; }

    /// <summary>Where the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public string? After { get; set; }

    /// <summary>Beside name, union and state, which always stand there.</summary>
    public static ListColumns Columns { get; } =
        new(
            "doan-vien",
            [
                new("gioi-tinh", "Giới tính"),
                new("ngay-sinh", "Ngày sinh"),
                new("cccd", "Số CCCD"),
                new("dien-thoai", "Điện thoại"),
                new("bo-phan", "Bộ phận, tổ", Shown: false),
                new("thu-dien-tu", "Thư điện tử", Shown: false),
                new("ngay-vao", "Ngày vào Công đoàn", Shown: false),
                new("ma-doan-vien", "Mã đoàn viên", Shown: false),
            ]
        );

    /// <summary>Keys of the columns that this device shows.</summary>
    public IReadOnlySet<string> Shown => field ??= Columns.Chosen(Request);

    public IEnumerable<ListColumn> Cells => Columns.All.Where(column => Shown.Contains(column.Key));

    /// <summary>Names of the conditions, for counting those that are set.</summary>
    public string Conditions { get; } =
        string.Join(
            ' ',
            MemberConditions.Groups.SelectMany(group => group.Conditions).Select(c => c.Name).Append(MemberFilter.UnitCodeName)
        );

    /// <summary>What the list was asked for, in words.</summary>
    public IReadOnlyList<string> Words => filter.Words;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>More people are meant by the words than are shown.</summary>
    public bool HasMore { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public bool MayApprove => user.Required.Can(Permissions.Approve);

    public bool MayEdit => user.Required.Can(Permissions.Edit);

    public bool IsFiltered => Words.Count > 0 || !string.IsNullOrWhiteSpace(SearchTerms);

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
        MemberState State,
        string Department,
        string Email,
        DateOnly? JoinedOn,
        string? MemberNumber
    )
    {
        public BirthDate? Born => BirthYear is { } year ? new BirthDate(year, BornOn) : null;
    }

    public string? Text(Row row, ListColumn column) =>
        column.Key switch
        {
            "gioi-tinh" => row.Sex?.Name(),
            "ngay-sinh" => row.Born?.ToString(),
            // 040•••••••12
            "cccd" => row.NationalIdSealed is { } sealedId ? NationalId.Mask(cipher.Open(sealedId)) : "",
            "dien-thoai" => PhoneNumber.Show(row.Phone),
            "bo-phan" => row.Department,
            "thu-dien-tu" => row.Email,
            "ngay-vao" => row.JoinedOn?.Show(),
            _ => row.MemberNumber,
        };

    /// <summary>Another page about the same members.</summary>
    public string With(string page) => page + Request.With(("tu-khoa", null), ("sau", null))[Request.Path.Value!.Length..];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Tabs = [TabOf("Tất cả", null), .. Enum.GetValues<MemberState>().Select(state => TabOf(state.Name(), state))];
        var members = await filter.ApplyAsync(Request.Query, ModelState, ct);
        if (string.IsNullOrWhiteSpace(SearchTerms))
            await ReadPageAsync(members, ct);
        else
            await FindAsync(members, SearchTerms, ct);
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
            m.State,
            m.Department,
            m.Email,
            m.JoinedOn,
            m.MemberNumber
        ));

    private Tab TabOf(string text, MemberState? state) =>
        new(text, Request.With(("trang-thai", state?.ToString()), ("sau", null)), State == state);
}
