using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Units;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.Demo;

/// <summary>Generated officers, all with the one password that the README names.</summary>
internal sealed class DemoPeople(DemoNames names, DemoContext demo, DateTime now)
{
    public const string Password = "DoanKet@2021";

    private static readonly DateOnly Since = new(2023, 1, 1);

    // One hash for all: hashing 3,000 passwords on purpose slowly would take minutes.
    private readonly string _hash = new PasswordHasher<Account>().HashPassword(null!, Password);

    private readonly HashSet<string> _taken = [];

    public List<Account> Accounts { get; } = [];

    public List<Post> Posts { get; } = [];

    /// <param name="shown">Printed among the sign-ins.</param>
    public void Add(string userName, string role, string title, Unit unit, bool shown = true)
    {
        var account = new Account
        {
            Id = Ids.New(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            FullName = Person(),
            PasswordHash = _hash,
            SecurityStamp = Ids.New().ToString("N"),
            ConcurrencyStamp = Ids.New().ToString("N"),
            LockoutEnabled = true,
            IsDemo = true,
            CreatedAt = now,
        };
        account.Refold();
        Accounts.Add(account);
        Posts.Add(
            new()
            {
                Id = Ids.New(),
                AccountId = account.Id,
                UnitId = unit.Id,
                RoleCode = role,
                Title = title,
                ValidFrom = Since,
            }
        );
        if (shown)
            demo.Accounts.Add(new(role, userName, Password, account.FullName, unit.Name));
    }

    /// <summary>Two officers of one name would make the demonstration hard to follow.</summary>
    private string Person()
    {
        string name;
        do name = names.Person();
        while (!_taken.Add(name));
        return name;
    }

    public void Staff(DemoTree tree)
    {
        Add("quantri", Roles.Admin, "Quản trị hệ thống", tree.Federation);
        Add("vanthu", Roles.Clerk, "Văn thư", tree.Federation);
        Add("lanhdao", Roles.Leader, "Chủ tịch", tree.Federation);
        Add("phochutich", Roles.Leader, "Phó Chủ tịch", tree.Federation, shown: false);
        // The third board (tuyên giáo, nữ công) answers most letters; its officers have the plain names.
        foreach (var (board, i) in tree.Boards.Select((b, i) => (b, i)))
        {
            var suffix = i == 2 ? "" : "." + board.Code.ToLowerInvariant();
            Add("truongban" + suffix, Roles.Head, i is 0 or 5 ? "Chánh Văn phòng" : "Trưởng ban", board, shown: i == 2);
            Add("chuyenvien" + suffix, Roles.Specialist, "Chuyên viên", board, shown: i == 2);
        }
        Add("coso." + tree.Grassroots[0].Code.ToLowerInvariant(), Roles.Grassroots, "Chủ tịch công đoàn cơ sở", tree.Grassroots[0]);
        Add("xem", Roles.Viewer, "Chuyên viên theo dõi", tree.Federation);
        foreach (var (upper, i) in tree.Uppers.Select((u, i) => (u, i)))
        {
            Add("vanthu." + upper.Code.ToLowerInvariant(), Roles.Clerk, "Văn thư", upper, shown: i == 0);
            Add("lanhdao." + upper.Code.ToLowerInvariant(), Roles.Leader, "Chủ tịch", upper, shown: i == 0);
        }
        foreach (var unit in tree.Grassroots.Skip(1))
            Add("coso." + unit.Code.ToLowerInvariant(), Roles.Grassroots, "Chủ tịch công đoàn cơ sở", unit, shown: false);
        Add("tochuc", Roles.Organiser, "Chuyên viên Ban Tổ chức – Kiểm tra", tree.Federation);
        foreach (var (upper, i) in tree.Uppers.Select((u, i) => (u, i)))
            Add("tochuc." + upper.Code.ToLowerInvariant(), Roles.Organiser, "Cán bộ tổ chức", upper, shown: i == 0);
    }
}
