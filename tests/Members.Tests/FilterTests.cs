using DoanKet.Modules.Members.Filtering;
using DoanKet.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class FilterOnSqlite(SqliteApp app) : FilterTests(app), IClassFixture<SqliteApp>;

public sealed class FilterOnPostgreSql(PostgreSqlApp app) : FilterTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Lists by conditions over all fields of the registry.</summary>
public abstract class FilterTests(UnionApp app)
{
    [Fact]
    public async Task Every_kind_of_condition_holds_of_the_right_people()
    {
        var (first, second) = (app.Given.GrassrootsUnits[0], app.Given.GrassrootsUnits[6]);
        const string Heading = "Họ và tên,Ngày sinh,Giới tính,Điện thoại,Vị trí việc làm,Ngày vào Công đoàn,Quê quán,Dân tộc,Đảng viên\n";
        var here = """
            Hồ Thị Lọc,05/03/1985,Nữ,0912000777,Tổ trưởng ĐÓNG GÓI,01/02/2010,"Xã Diễn Thành, Nghệ An",Thái,x
            Hồ Văn Lọc,1990,Nam,,Công nhân đóng gói,01/02/2020,"Xã Yên Thành, Nghệ An",Kinh,
            """;
        var there = "Hồ Văn Khác,02/04/1979,Nam,0912000888,Bảo vệ,15/06/2015,\"Xã Diễn Thành, Nghệ An\",Kinh,x";
        Assert.True((await app.ImportAsync(Organiser, Heading + here, first.Id)).Ok);
        Assert.True((await app.ImportAsync(Organiser, Heading + there, second.Id)).Ok);

        Assert.Equal(["Hồ Văn Khác", "Hồ Thị Lọc", "Hồ Văn Lọc"], await FindAsync(""));
        Assert.Equal(["Hồ Thị Lọc", "Hồ Văn Lọc"], await FindAsync("?vi-tri=dong goi"));
        Assert.Equal(["Hồ Thị Lọc"], await FindAsync("?vi-tri=Đóng Gói&sinh-den=1989"));
        Assert.Equal(["Hồ Văn Khác", "Hồ Thị Lọc"], await FindAsync("?que-quan=diễn thành"));
        Assert.Equal(["Hồ Văn Khác", "Hồ Văn Lọc"], await FindAsync("?vao-tu=01/01/2015&gioi-tinh=Male"));
        Assert.Equal(["Hồ Văn Lọc"], await FindAsync("?thieu=dien-thoai"));
        Assert.Equal(["Hồ Văn Khác"], await FindAsync("?ma-don-vi=" + second.Code));
        Assert.Equal(["Hồ Văn Khác"], await FindAsync($"?don-vi={second.Id}&the=chua"));
        Assert.Equal(["Hồ Văn Khác"], await FindAsync("?dang=co&dan-toc=kinh"));
        Assert.Empty(await FindAsync("?the=co"));
        // A percent sign is a letter like others.
        Assert.Empty(await FindAsync("?vi-tri=%25"));

        // What is sensitive is not found out by asking for it.
        Assert.Equal(["Hồ Thị Lọc", "Hồ Văn Lọc"], await FindAsync("?vi-tri=goi", DistrictLeader));
        Assert.Empty(await FindAsync("?vi-tri=goi&dan-toc=a", DistrictLeader));
        Assert.Empty(await FindAsync("?vi-tri=goi&dang=chua", DistrictLeader));
        Assert.Equal(["Hồ Thị Lọc"], await FindAsync("?dan-toc=thai", Grassroots));
    }

    [Fact]
    public async Task Whoever_asks_what_cannot_be_understood_is_told()
    {
        string[] bad = ["?vao-tu=ngày kia", "?sinh-tu=xưa", "?gioi-tinh=khác", "?vi-tri=" + new string('a', 300), "?ma-don-vi=KHÔNG-CÓ"];
        foreach (var query in bad)
            Assert.False((await AskAsync(query, Organiser)).Problems.IsValid, query);
        Assert.Empty((await AskAsync("?ma-don-vi=KHÔNG-CÓ", Organiser)).Names);
    }

    private async Task<List<string>> FindAsync(string query, string person = Organiser)
    {
        var (names, problems) = await AskAsync(query, person);
        Assert.True(problems.IsValid, query);
        return names;
    }

    private Task<(List<string> Names, ModelStateDictionary Problems)> AskAsync(string query, string person) =>
        app.AsAsync(
            person,
            async services =>
            {
                var problems = new ModelStateDictionary();
                var asked = new QueryCollection(QueryHelpers.ParseQuery(query));
                var members = await services.GetRequiredService<MemberFilter>().ApplyAsync(asked, problems, default);
                return (await members.OrderBy(m => m.NameBackward).Select(m => m.FullName).ToListAsync(), problems);
            }
        );
}
