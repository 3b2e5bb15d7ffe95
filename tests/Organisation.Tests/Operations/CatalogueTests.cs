using System.Net;
using System.Text;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Units;
using DoanKet.Spreadsheets;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Organisation.Tests.Operations;

public sealed class CataloguesOnSqlite(OfficeOnSqlite app) : CatalogueTests(app), IClassFixture<OfficeOnSqlite>;

public sealed class CataloguesOnPostgreSql(OfficeOnPostgreSql app) : CatalogueTests(app), IClassFixture<OfficeOnPostgreSql>;

/// <summary>The administrator keeps dated rows by hand and by spreadsheet.</summary>
public abstract class CatalogueTests(OfficeApp app)
{
    private const string Books = "/he-thong/danh-muc/so-van-ban-den",
        Kinds = "/he-thong/danh-muc/loai-don-vi",
        Rules = "/he-thong/danh-muc/cap-don-vi",
        Card = "form.dk-card[data-primary]";

    private static async Task<string> TableAsync(Visitor admin, string address) =>
        (await admin.OpenAsync(address)).QuerySelector(".dk-table")!.TextContent;

    private static async Task<Visitor> AddAsync(Visitor admin, string catalogue, params (string, string)[] values)
    {
        await admin.SubmitAsync(await admin.OpenAsync(catalogue + "/dong"), Card, values);
        return admin;
    }

    [Fact]
    public async Task A_book_is_read_as_at_a_day_and_its_name_may_change_with_a_year()
    {
        using var admin = app.Visit(Admin);
        await AddAsync(admin, Books, ("Code", "KN"), ("Name", "Sổ khiếu nại"), ("ValidFrom", "1/1/2024"), ("ValidTo", "31/12/2026"));
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        await AddAsync(admin, Books, ("Code", "KN"), ("Name", "Sổ khiếu nại, tố cáo"), ("ValidFrom", "01/01/2027"), ("Source", "QĐ 12"));
        Assert.Equal(HttpStatusCode.OK, admin.Status);

        Assert.DoesNotContain("khiếu nại", await TableAsync(admin, Books + "?ngay=31/12/2023"));
        Assert.DoesNotContain("tố cáo", await TableAsync(admin, Books + "?ngay=31/12/2026"));
        Assert.Contains("Sổ khiếu nại, tố cáo", await TableAsync(admin, Books + "?ngay=1/1/2027"));
        Assert.Contains("không phải là ngày", (await admin.OpenAsync(Books + "?ngay=hôm+qua")).Body!.TextContent);

        // Another one of the same code in the same time.
        await AddAsync(admin, Books, ("Code", "KN"), ("Name", "Sổ thứ hai"), ("ValidFrom", "01/06/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.DoesNotContain("Sổ thứ hai", await TableAsync(admin, Books));
    }

    [Theory]
    [
        InlineData("", "01/01/2026", ""),
        InlineData("Sổ ngày ngược", "02/01/2026", "01/01/2026"),
        InlineData("Sổ không ngày", "", ""),
        InlineData("Sổ ngày lạ", "31/02/2026", "")
    ]
    [InlineData("Sổ mã lạ", "01/01/2026", "", "S.AI")]
    public async Task A_line_that_is_wrong_is_refused_and_kept_on_the_page(string name, string from, string to, string code = "SAI")
    {
        using var admin = app.Visit(Admin);
        var page = await admin.SubmitAsync(
            await admin.OpenAsync(Books + "/dong"),
            Card,
            ("Code", code),
            ("Name", name),
            ("ValidFrom", from),
            ("ValidTo", to)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.NotNull(page.QuerySelector(".dk-error"));
        Assert.Equal(code, page.QuerySelector("#Code")!.GetAttribute("value"));
        Assert.DoesNotContain(code, await TableAsync(admin, Books));
    }

    [Fact]
    public async Task What_is_in_use_ends_and_does_not_vanish()
    {
        using var admin = app.Visit(Admin);
        var page = await admin.OpenAsync(Kinds + "/dong?khoa=district");
        page = await admin.SubmitAsync(page, "form[action*=handler]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Contains("đang được dùng", page.Body!.TextContent);
        // The key stays, whatever a form says.
        page = await admin.OpenAsync(Kinds + "/dong?khoa=zone");
        await admin.SubmitAsync(page, Card, ("Code", "khac"), ("ValidTo", "30/06/2030"));
        var zone = await app.InDbAsync(db => db.Set<UnitKind>().AsNoTracking().SingleAsync(kind => kind.Code == "zone"));
        Assert.Equal(new(2030, 6, 30), zone.ValidTo);
        Assert.True(zone.HoldsOn(new(2030, 6, 30)));
        Assert.False(zone.HoldsOn(new(2030, 7, 1)));
    }

    [Fact]
    public async Task A_catalogue_is_taken_out_changed_and_read_in_again()
    {
        using var admin = app.Visit(Admin);
        using var taken = await admin.Client.GetAsync(Rules + "/bang.xlsx");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        var lines = SheetReader.Read(new MemoryStream(await taken.Content.ReadAsByteArrayAsync()), SheetLimits.Small, default);
        Assert.Equal(["Mã loại", "Dưới loại (mã)", "Từ ngày", "Đến hết ngày", "Căn cứ"], lines[0].Cells);
        Assert.Contains(lines, line => line[0] == "commune" && line[1] == "federation" && line[2] == "01/07/2025");

        // As it was taken out it changes nothing; one line ends, one is new.
        var rows = lines.Skip(1).Select(line => string.Join(';', line.Cells.Select(cell => $"\"{cell}\""))).ToList();
        async Task<string> LookAsync(string changed)
        {
            var page = await admin.UploadAsync(
                await admin.OpenAsync(Rules + "/nhap"),
                "form[enctype]",
                [("Sheet", "cap.csv", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(changed)).ToArray())]
            );
            var text = page.QuerySelector("main")!.TextContent;
            if (page.QuerySelector("form[action*=Write]") is not null)
                await admin.SubmitAsync(page, "form[action*=Write]");
            return text;
        }
        var table =
            "Danh mục cấp đơn vị\n" + string.Join(';', lines[0].Cells.Select(cell => $"\"{cell}\"")) + "\n" + string.Join('\n', rows);
        Assert.Contains($"Thêm 0 dòng, sửa 0 dòng, {rows.Count} dòng như cũ", await LookAsync(table.Replace(';', ',')));
        var refused = await LookAsync((table + "\nlang;federation;01/01/2026;;Không có").Replace(';', ','));
        Assert.Contains($"Thêm 0 dòng, sửa 0 dòng, {rows.Count} dòng như cũ", refused);
        Assert.Contains($"Dòng {rows.Count + 3}: Không có loại đơn vị mang mã “lang”.", refused);
        var before = await app.InDbAsync(db => db.Set<UnitKindRule>().CountAsync());
        Assert.Contains("Thêm 1 dòng", await LookAsync((table + "\nsection;syndicate;01/01/2026;;QĐ thử").Replace(';', ',')));
        Assert.Equal(before + 1, await app.InDbAsync(db => db.Set<UnitKindRule>().CountAsync()));

        // A sheet without a column says nothing of it.
        Assert.Contains(
            "sửa 1 dòng",
            await LookAsync("Mã loại,Dưới loại (mã),Từ ngày,Đến hết ngày\nsection,syndicate,01/01/2026,31/12/2026")
        );
        var rule = await app.InDbAsync(db =>
            db.Set<UnitKindRule>().AsNoTracking().SingleAsync(r => r.ChildKind == "section" && r.ParentKind == "syndicate")
        );
        Assert.Equal((new DateOnly(2026, 12, 31), "QĐ thử"), (rule.ValidTo, rule.Source));
    }

    [Fact]
    public async Task A_file_that_is_no_spreadsheet_is_refused_in_words()
    {
        using var admin = app.Visit(Admin);
        foreach (var bytes in new[] { "PK\u0003\u0004 nothing"u8.ToArray(), new byte[600_000], "một dòng chữ"u8.ToArray() })
        {
            var page = await admin.UploadAsync(await admin.OpenAsync(Rules + "/nhap"), "form[enctype]", [("Sheet", "tep.xlsx", bytes)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
            Assert.NotNull(page.QuerySelector(".dk-error"));
        }
    }

    [Fact]
    public async Task Others_neither_see_nor_change_it()
    {
        using var clerk = app.Visit(Clerk);
        foreach (var address in (string[])["/he-thong/danh-muc", Books, Books + "/dong", Books + "/nhap", Books + "/bang.xlsx"])
        {
            await clerk.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
        }
    }
}
