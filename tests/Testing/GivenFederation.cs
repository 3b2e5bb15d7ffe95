using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Testing;

/// <summary>A small federation with an officer in every role; each test class has its own.</summary>
public sealed class GivenFederation
{
    /// <summary>Of every account here.</summary>
    public const string Password = "mat-khau-thu-nghiem";

    public const string Admin = "quantri",
        Clerk = "vanthu",
        Leader = "lanhdao",
        Head = "truongban",
        Specialist = "chuyenvien",
        Viewer = "xem",
        DistrictClerk = "vanthu.huyen",
        DistrictLeader = "lanhdao.huyen",
        OtherClerk = "vanthu.khac",
        Grassroots = "coso1",
        Organiser = "tochuc";

    private Dictionary<string, Guid> _accounts = [];

    public Unit Federation { get; private init; } = null!;

    public Unit Board { get; private init; } = null!;

    public Unit OtherBoard { get; private init; } = null!;

    public Unit District { get; private init; } = null!;

    public Unit OtherDistrict { get; private init; } = null!;

    /// <summary>Ten grassroots unions, five under each district.</summary>
    public IReadOnlyList<Unit> GrassrootsUnits { get; private init; } = [];

    /// <summary>User name and role of every account.</summary>
    public static IReadOnlyList<(string UserName, string Role)> People { get; } =
    [
        (Admin, Roles.Admin),
        (Clerk, Roles.Clerk),
        (Leader, Roles.Leader),
        (Head, Roles.Head),
        (Specialist, Roles.Specialist),
        (Viewer, Roles.Viewer),
        (Grassroots, Roles.Grassroots),
        (DistrictClerk, Roles.Clerk),
        (DistrictLeader, Roles.Leader),
        (OtherClerk, Roles.Clerk),
        (Organiser, Roles.Organiser),
    ];

    public Guid AccountId(string userName) => _accounts[userName];

    internal static async Task PlantAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<UnionDb>();
        var plant = new UnitPlant(db);
        await plant.KindsAsync();
        var federation = plant.Add(null, "federation", "LDLD", "Liên đoàn Lao động tỉnh Thử nghiệm", "LĐLĐ");
        var board = plant.Add(federation, "board", "TGNC", "Ban Tuyên giáo – Nữ công", "TGNC");
        var other = plant.Add(federation, "board", "TC", "Ban Tổ chức – Kiểm tra", "TCKT");
        var district = plant.Add(federation, "district", "H01", "Liên đoàn Lao động huyện Thứ Nhất", "LĐLĐ");
        var otherDistrict = plant.Add(federation, "district", "H02", "Liên đoàn Lao động huyện Thứ Hai", "LĐLĐ");
        Unit? first = null;
        for (var i = 1; i <= 10; i++)
        {
            var unit = plant.Add(i <= 5 ? district : otherDistrict, "grassroots", $"CS{i:000}", $"CĐCS Trường Tiểu học số {i}", "CĐCS");
            first ??= unit;
        }
        await db.SaveChangesAsync();
        var places = new Dictionary<string, Unit>
        {
            [Head] = board,
            [Specialist] = board,
            [DistrictClerk] = district,
            [DistrictLeader] = district,
            [OtherClerk] = otherDistrict,
            [Grassroots] = first!,
        };
        foreach (var (userName, role) in People)
            await AddAccountAsync(services, userName, role, places.GetValueOrDefault(userName, federation));
    }

    internal static async Task<GivenFederation> FindAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<UnionDb>();
        var units = await db.Units.ToDictionaryAsync(unit => unit.Code);
        return new()
        {
            Federation = units["LDLD"],
            Board = units["TGNC"],
            OtherBoard = units["TC"],
            District = units["H01"],
            OtherDistrict = units["H02"],
            GrassrootsUnits = [.. units.Values.Where(unit => unit.KindCode == "grassroots").OrderBy(unit => unit.Code)],
            _accounts = await db.Users.ToDictionaryAsync(account => account.UserName!, account => account.Id),
        };
    }

    /// <summary>Another officer, with one post from the beginning of 2020.</summary>
    public static async Task<Guid> AddAccountAsync(IServiceProvider services, string userName, string role, Unit unit)
    {
        var db = services.GetRequiredService<UnionDb>();
        var users = services.GetRequiredService<UserManager<Account>>();
        var account = new Account
        {
            Id = Ids.New(),
            UserName = userName,
            FullName = "Người Thử " + userName,
            SecurityStamp = "x",
        };
        account.Refold();
        account.PasswordHash = users.PasswordHasher.HashPassword(account, Password);
        var made = await users.CreateAsync(account);
        if (!made.Succeeded)
            throw new InvalidOperationException(string.Join(", ", made.Errors.Select(e => e.Description)));
        db.Add(
            new Post
            {
                Id = Ids.New(),
                AccountId = account.Id,
                UnitId = unit.Id,
                RoleCode = role,
                Title = role,
                ValidFrom = new(2020, 1, 1),
            }
        );
        await db.SaveChangesAsync();
        return account.Id;
    }
}
