using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class ImportOnSqlite(SqliteApp app) : ImportTests(app), IClassFixture<SqliteApp>;

public sealed class ImportOnPostgreSql(PostgreSqlApp app) : ImportTests(app), IClassFixture<PostgreSqlApp>;

public abstract class ImportTests(UnionApp app)
{
    private static int _people;

    /// <summary>A number that no other test uses, of a man born in 1985.</summary>
    private static string NextId() => $"040085{Interlocked.Increment(ref _people) + 100:000000}";

    private Task<Member?> FindAsync(string id) =>
        app.InScopeAsync(services =>
        {
            var key = services.GetRequiredService<FieldCipher>().Hash(Member.NationalIdPurpose, id);
            return services.GetRequiredService<Kernel.Persistence.UnionDb>().Set<Member>().FirstOrDefaultAsync(m => m.NationalIdKey == key);
        });

    /// <summary>New, updated, unchanged, doubtful, rejected.</summary>
    private static string Counts(ImportReport report) => string.Join(' ', Enum.GetValues<RowStatus>().Select(report.Count));

    [Fact]
    public async Task A_list_is_taken_in_once_brought_up_to_date_and_the_same_again_changes_nothing()
    {
        var (first, second) = (NextId(), NextId());
        var list = $"""
            Họ và tên,Ngày sinh,Giới tính,Số CCCD,Điện thoại,Dân tộc,Quê quán
            Nguyễn Văn An,05/03/1985,Nam,{first},0912345678,Kinh,Vinh
            Trần Văn Bình,1985,Nam,{second},,,
            Hồ Không Số,07/07/1970,Nam,,,,
            """;
        var looked = await app.ImportAsync(Organiser, list, write: false);
        Assert.Equal("3 0 0 0 0", Counts(looked.Value));
        Assert.Null(await FindAsync(first));

        Assert.Equal("3 0 0 0 0", Counts((await app.ImportAsync(Organiser, list)).Value));
        var member = (await FindAsync(first))!;
        Assert.Equal(("Nguyễn Văn An", MemberState.Active, "0912345678"), (member.FullName, member.State, member.Phone));
        Assert.DoesNotContain(first, System.Text.Encoding.Latin1.GetString(member.NationalIdSealed!), StringComparison.Ordinal);

        Assert.Equal("0 0 3 0 0", Counts((await app.ImportAsync(Organiser, list)).Value));
        var changed = list.Replace("1985,Nam," + second, "01/02/1985,Nam," + second, StringComparison.Ordinal);
        Assert.Equal("0 1 2 0 0", Counts((await app.ImportAsync(Organiser, changed)).Value));
        Assert.Equal(new DateOnly(1985, 2, 1), (await FindAsync(second))!.BornOn);
        // A list that says less takes nothing away.
        Assert.Equal("0 0 3 0 0", Counts((await app.ImportAsync(Organiser, list)).Value));
    }

    [Fact]
    public async Task Rows_that_cannot_be_taken_are_left_out_with_the_reason_and_the_others_taken()
    {
        var (known, twice, fresh) = (NextId(), NextId(), NextId());
        await app.ImportAsync(
            Organiser,
            $"Họ tên,Ngày sinh,Giới tính,CCCD\nVõ Của Trường Khác,1985,Nam,{known}",
            app.Given.GrassrootsUnits[1].Id
        );
        var report = await app.ImportAsync(
            Organiser,
            $"""
            Họ tên,Ngày sinh,Giới tính,CCCD
            Võ Của Trường Khác,1985,Nam,{known}
            Lê Hai Lần,1985,Nam,{twice}
            Lê Hai Lần,1985,Nam,{twice}
            Phạm Văn Nghi,1986,Nam,{fresh}
            """
        );
        Assert.Equal("1 0 0 1 2", Counts(report.Value));
        var reasons = report.Value.Rows.Select(row => string.Join(' ', row.Reasons)).ToList();
        Assert.Contains("công đoàn khác", reasons[0], StringComparison.Ordinal);
        Assert.Contains("Trùng số CCCD với dòng 3", reasons[2], StringComparison.Ordinal);
        Assert.Contains("sinh năm 1985", reasons[3], StringComparison.Ordinal);
        Assert.Null(await FindAsync(fresh));

        // Said to be right, the doubtful one is taken, too.
        var again = await app.ImportAsync(Organiser, $"Họ tên,Ngày sinh,Giới tính,CCCD\nPhạm Văn Nghi,1986,Nam,{fresh}", acceptAll: true);
        Assert.Equal("1 0 0 0 0", Counts(again.Value));
    }

    [Fact]
    public async Task A_grassroots_union_waits_for_the_union_above_and_reaches_no_other_union()
    {
        var id = NextId();
        var list = $"Họ tên,Ngày sinh,Giới tính,CCCD\nĐặng Văn Chờ,1985,Nam,{id}";
        Assert.True((await app.ImportAsync(Grassroots, list, app.Given.GrassrootsUnits[1].Id)).IsRefused);
        Assert.True((await app.ImportAsync(Clerk, list)).IsRefused);
        Assert.Equal("1 0 0 0 0", Counts((await app.ImportAsync(Grassroots, list)).Value));
        Assert.Equal(MemberState.AwaitingApproval, (await FindAsync(id))!.State);
    }

    [Fact]
    public async Task A_list_of_several_unions_names_each_by_its_code()
    {
        var (first, second) = (NextId(), NextId());
        var report = await app.ImportAsync(
            Organiser,
            $"""
            Mã CĐCS,Họ tên,Ngày sinh,Giới tính,CCCD
            cs002,Bùi Văn Hai,1985,Nam,{first}
            CS009,Bùi Văn Chín,1985,Nam,{second}
            ,Bùi Văn Không,1985,Nam,
            """,
            app.Given.District.Id
        );
        Assert.Equal("1 0 0 0 2", Counts(report.Value));
        Assert.Equal(app.Given.GrassrootsUnits[1].Id, (await FindAsync(first))!.UnitId);
        Assert.Contains("CS009", report.Value.Rows[1].Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_taken_back_whole_but_for_those_whom_somebody_touched_since()
    {
        var (known, fresh, touched) = (NextId(), NextId(), NextId());
        await app.ImportAsync(Organiser, $"Họ tên,Ngày sinh,Giới tính,CCCD,Quê quán\nKha Văn Cũ,1985,Nam,{known},Tương Dương");
        var report = await app.ImportAsync(
            Organiser,
            $"""
            Họ tên,Ngày sinh,Giới tính,CCCD,Quê quán,Dân tộc
            Kha Văn Cũ,03/03/1985,Nam,{known},Con Cuông,Thái
            Kha Văn Mới,1985,Nam,{fresh},,
            Kha Văn Sửa,1985,Nam,{touched},,
            """
        );
        await app.ImportAsync(Organiser, $"Họ tên,Ngày sinh,Giới tính,CCCD\nKha Văn Sửa,04/04/1985,Nam,{touched}");
        var undone = await app.AsAsync(
            Organiser,
            services => services.GetRequiredService<UndoImport>().HandleAsync(report.Value.ImportId!.Value, default)
        );
        Assert.Equal((1, 1, 1), (undone.Value.Removed, undone.Value.Restored, undone.Value.Left));
        Assert.Null(await FindAsync(fresh));
        Assert.Equal(new DateOnly(1985, 4, 4), (await FindAsync(touched))!.BornOn);
        var old = (await FindAsync(known))!;
        Assert.Null(old.BornOn);
        Assert.Equal(
            "Tương Dương",
            await app.InDbAsync(db => db.Set<MemberProfile>().Where(p => p.MemberId == old.Id).Select(p => p.HomeTown).SingleAsync())
        );
        var again = await app.AsAsync(
            Organiser,
            services => services.GetRequiredService<UndoImport>().HandleAsync(report.Value.ImportId!.Value, default)
        );
        Assert.Contains("đã được rút lại", again.Message, StringComparison.Ordinal);
        Assert.Empty(await app.FiguresProblemsAsync());
    }

    [Fact]
    public async Task Another_section_or_post_is_kept_with_its_day_and_forgotten_with_the_list()
    {
        var id = NextId();
        string List(string section, string post) =>
            $"Họ tên,Ngày sinh,Giới tính,CCCD,Bộ phận,Chức vụ công đoàn\nKha Văn Tổ,1985,Nam,{id},{section},{post}";
        Assert.Equal("1 0 0 0 0", Counts((await app.ImportAsync(Organiser, List("", ""))).Value));
        await app.ImportAsync(Organiser, List("Tổ may 1", "Tổ phó"));
        await app.ImportAsync(Organiser, List("TỔ MAY 1", "tổ phó"));
        var member = (await FindAsync(id))!;
        Assert.Empty(await PlacesAsync(member.Id));

        var report = await app.ImportAsync(Organiser, List("Tổ may 2", "Tổ trưởng"));
        Assert.Equal(
            [
                (MovementKind.SectionChanged, new DateOnly(2026, 3, 10), "TỔ MAY 1 → Tổ may 2"),
                (MovementKind.PostChanged, new(2026, 3, 10), "tổ phó → Tổ trưởng"),
            ],
            await PlacesAsync(member.Id)
        );
        await app.AsAsync(
            Organiser,
            services => services.GetRequiredService<UndoImport>().HandleAsync(report.Value.ImportId!.Value, default)
        );
        Assert.Empty(await PlacesAsync(member.Id));
        Assert.Equal("TỔ MAY 1", (await FindAsync(id))!.Department);
    }

    private Task<List<(MovementKind, DateOnly, string)>> PlacesAsync(Guid member) =>
        app.InDbAsync(async db =>
            (await db.Set<MemberMovement>().Where(m => m.MemberId == member).OrderBy(m => m.Kind).ToListAsync()).ConvertAll(m =>
                (m.Kind, m.On, m.Reason)
            )
        );
}
