using System.Text;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Importing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>The officer of the first grassroots union has given a list to a job, which has looked through it.</summary>
internal sealed class ImportDemo(
    UnionDb db,
    UserContext user,
    CurrentUserLoader people,
    ImportLarge large,
    TakeInList take,
    TimeProvider time
) : IDemoPart
{
    private const string List = """
        STT,Họ và tên,Ngày sinh,Giới tính,Điện thoại,Vị trí việc làm
        1,Lò Thị Trình Diễn,05/03/1988,Nữ,0912 000 101,Công nhân
        2,Vừ Văn Trình Diễn,1990,Nam,0912 000 102,Công nhân
        3,Kha Trình Diễn,31/02/1991,Nam,0912 000 103,Thủ kho
        """;

    public int Order => 78;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var officer = await db
            .Posts.HeldOn(time.Today())
            .Where(p => p.RoleCode == Roles.Grassroots)
            .OrderBy(p => p.Unit.Code)
            .Select(p => new { p.AccountId, p.UnitId })
            .FirstOrDefaultAsync(ct);
        if (officer is null)
            return;
        var before = user.Current;
        user.Current = await people.LoadAsync(officer.AccountId, officer.UnitId, ct);
        var list = new MemoryStream(Encoding.UTF8.GetBytes(List));
        var run = await large.StartAsync(officer.UnitId, "Danh sách phân xưởng 2.csv", list, ct);
        if (run.Ok)
            await take.RunAsync(run.Value.ToString(), ct);
        user.Current = before;
    }
}
