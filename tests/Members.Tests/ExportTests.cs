using System.Net;
using DoanKet.Kernel.Audit;
using DoanKet.Modules.Members.Importing;
using DoanKet.Spreadsheets;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class ExportTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]";

    [Fact]
    public async Task A_list_goes_out_with_a_reason_in_the_log_and_comes_in_again_unchanged()
    {
        var csv = "Họ và tên,Ngày sinh,Giới tính,Số CCCD,Dân tộc,Ngày cấp\nQuan Thị Xuất,05/03/1985,Nữ,040185006666,Thái,01/05/2021\n";
        Assert.True((await app.ImportAsync(Grassroots, csv)).Ok);
        using var officer = app.Visit(Grassroots);
        var page = await officer.OpenAsync("/doan-vien/xuat");
        await officer.SubmitAsync(page, Form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);

        var lines = await ExportAsync(
            officer,
            "AwaitingApproval",
            [MemberField.FullName, MemberField.Born, MemberField.Sex, MemberField.NationalId, MemberField.Ethnicity, MemberField.IdIssuedOn]
        );
        Assert.Contains("040185006666", lines, StringComparison.Ordinal);
        Assert.Contains("Thái", lines, StringComparison.Ordinal);
        var entry = await app.InDbAsync(db =>
            db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).FirstAsync(e => e.Action == "members.exported")
        );
        Assert.Contains("Kiểm tra thử", entry.Text, StringComparison.Ordinal);
        Assert.Contains("1 đoàn viên", entry.Text, StringComparison.Ordinal);
        var again = await app.ImportAsync(Grassroots, lines);
        Assert.Equal(1, again.Value.Count(RowStatus.Unchanged));

        // A leader has neither the numbers nor what is sensitive, whatever the form says.
        using var leader = app.Visit(DistrictLeader);
        page = await leader.OpenAsync("/doan-vien/xuat");
        Assert.Null(page.QuerySelector("input[value=NationalId]"));
        lines = await ExportAsync(leader, "AwaitingApproval", [MemberField.FullName, MemberField.NationalId, MemberField.Ethnicity]);
        Assert.Contains("Quan Thị Xuất", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("0401850066", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("Thái", lines, StringComparison.Ordinal);
        using var stranger = app.Visit(OtherClerk);
        await stranger.GetAsync("/doan-vien/xuat");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
    }

    /// <returns>The sheet as lines with commas.</returns>
    private static async Task<string> ExportAsync(Testing.Visitor visitor, string state, MemberField[] columns)
    {
        var address = "/doan-vien/xuat?trang-thai=" + state;
        var page = await visitor.OpenAsync(address);
        var token = page.QuerySelector($"{Form} input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await visitor.Client.PostAsync(
            address,
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                new("Input.Reason", "Kiểm tra thử"),
                .. columns.Select(column => new KeyValuePair<string, string>("Input.Columns", column.ToString())),
            ])
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var sheet = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        return string.Join('\n', SheetReader.Read(sheet, SheetLimits.Large, default).Select(line => string.Join(',', line.Cells)));
    }
}
