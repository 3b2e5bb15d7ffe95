using System.Net;
using DoanKet.DocumentReading;
using DoanKet.Kernel.Audit;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

/// <summary>What a list of members is printed as, and how it is looked through.</summary>
public sealed class LetterTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task A_list_is_filtered_kept_and_printed_as_letters_and_labels()
    {
        foreach (var (name, position) in ((string, string)[])[("Vi Thị Thư", "Y tá"), ("Vi Văn Nhãn", "Bác sĩ")])
            await app.AddAsync(
                new()
                {
                    FullName = name,
                    Sex = name.Contains("Thị", StringComparison.Ordinal) ? Sex.Female : Sex.Male,
                    Born = "1980",
                    Position = position,
                    UnitCode = app.Given.GrassrootsUnits[0].Code,
                }
            );
        using var officer = app.Visit(Grassroots);
        var page = await officer.OpenAsync("/doan-vien?vi-tri=y ta");
        Assert.Equal("Vi Thị Thư", Assert.Single(page.QuerySelectorAll("main tbody a")).TextContent.Trim());
        Assert.NotNull(page.QuerySelector("details.dk-saved form"));
        var print = page.QuerySelector("main .dk-list-foot a[href^='/doan-vien/thu']")!.GetAttribute("href")!;
        page = await officer.OpenAsync("/doan-vien?vao-tu=hôm nọ");
        Assert.NotNull(page.QuerySelector(".dk-errors"));

        page = await officer.OpenAsync(print);
        (string, string)[] letter =
        [
            ("Letter.Subject", "Dự hội nghị"),
            ("Letter.Text", "Kính mời {{anh/chị}} {{họ tên}}, {{vị trí}}, đến dự."),
            ("Letter.SignerName", "Người Ký Thư"),
            ("Letter.Reason", "Hội nghị thử"),
        ];
        var text = Read(await officer.DownloadAsync(page, "form[data-primary]", letter));
        Assert.Contains("Kính mời chị Vi Thị Thư, Y tá, đến dự.", text, StringComparison.Ordinal);
        Assert.Contains("Người Ký Thư", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vi Văn Nhãn", text, StringComparison.Ordinal);
        var entry = await app.InDbAsync(db =>
            db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).FirstAsync(e => e.Action == "members.printed")
        );
        Assert.Equal("In thư cho 1 đoàn viên. Lý do: Hội nghị thử", entry.Text);

        letter[1] = ("Letter.Text", "Chào {{biệt danh}}");
        page = await officer.SubmitAsync(await officer.OpenAsync(print), "form[data-primary]", letter);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        Assert.Contains("biệt danh", page.QuerySelector(".dk-error")!.TextContent, StringComparison.Ordinal);

        page = await officer.OpenAsync("/doan-vien/thu?sinh-den=1981");
        Assert.Contains("sinh-den=1981", page.QuerySelector("form[action*='Labels']")!.GetAttribute("action"), StringComparison.Ordinal);
        var labels = Read(await officer.DownloadAsync(page, "form[action*='Labels']", ("Label.First", "24"), ("Label.Reason", "Quà Tết")));
        Assert.Contains("Vi Văn Nhãn", labels, StringComparison.Ordinal);
        await officer.SubmitAsync(page, "form[action*='Labels']", ("Label.First", "25"), ("Label.Reason", "Quà Tết"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);

        using var leader = app.Visit(DistrictLeader);
        await leader.GetAsync("/doan-vien/thu");
        Assert.Equal(HttpStatusCode.Forbidden, leader.Status);
    }

    private static string Read(byte[] pdf)
    {
        var path = Path.Combine(Path.GetTempPath(), $"doanket-{Guid.NewGuid()}.pdf");
        try
        {
            File.WriteAllBytes(path, pdf);
            return DocumentReader.Read(path, ReadingLimits.Default).Text.ReplaceLineEndings(" ");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
