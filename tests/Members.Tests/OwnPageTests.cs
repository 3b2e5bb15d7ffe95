using System.Net;
using System.Text.RegularExpressions;
using DoanKet.Kernel.Mail;
using DoanKet.Modules.Members.OwnPage;
using DoanKet.Modules.Members.Requests;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class OwnPageApp() : UnionApp(Provider.Sqlite)
{
    public Visitor Visit(string userName) => KnownPerson.Visit(this, Given.AccountId(userName));

    public KeptLetters Letters { get; } = new();

    protected override void ConfigureServices(IServiceCollection services)
    {
        KnownPerson.Add(services);
        services.AddSingleton<IMailer>(Letters);
    }
}

/// <summary>A mail server that keeps what it was given.</summary>
public sealed class KeptLetters : IMailer
{
    public List<Letter> Sent { get; } = [];

    public bool IsUsed => true;

    public async Task SendAsync(IReadOnlyList<Letter> letters, Func<Letter, Task> settled, CancellationToken ct)
    {
        foreach (var letter in letters)
        {
            Sent.Add(letter);
            await settled(letter);
        }
    }
}

public sealed partial class OwnPageTests(OwnPageApp app) : IClassFixture<OwnPageApp>
{
    private const string Form = "form[data-primary]";

    [Fact]
    public async Task A_member_comes_in_by_a_code_of_mail_sees_all_that_is_kept_and_asks_for_a_correction()
    {
        var id = await MemberAsync("Lương Thị Ngọc", "040185000401", "0933000401", "ngoc@example.vn");
        using var member = app.Stranger();
        foreach (var address in (string[])["/toi", "/toi/thong-tin", "/toi/yeu-cau", "/toi/uu-dai"])
        {
            await member.OpenAsync(address);
            Assert.Equal("/toi/vao", member.Address);
        }
        var page = await member.SubmitAsync(await member.OpenAsync("/toi/vao"), Form, ("Who", "0933 000 401"));
        await app.RunJobsAsync();
        var letter = Assert.Single(app.Letters.Sent, l => l.ToAddress == "ngoc@example.vn");
        var code = SixDigits().Match(letter.Text).Value;
        await member.SubmitAsync(page, Form, ("Code", code == "000000" ? "111111" : "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        page = await member.SubmitAsync(page, Form, ("Code", $"{code[..3]} {code[3..]}"));
        Assert.Equal("/toi", member.Address);
        Assert.Contains("Lương Thị Ngọc", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        page = await member.OpenAsync("/toi/thong-tin");
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("040•••••••01", text, StringComparison.Ordinal);
        Assert.Contains("Thái", text, StringComparison.Ordinal);
        Assert.DoesNotContain("040185000401", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        page = await member.SubmitAsync(await member.OpenAsync("/toi/yeu-cau?viec=SUA"), Form, ("Text", "Tên tôi là Lương Thị Ngọc Hà."));
        Assert.Contains("trả lời trước hết ngày 25/03/2026", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var officer = app.Visit(Grassroots);
        var home = await officer.OpenAsync("/");
        Assert.Contains("Yêu cầu của đoàn viên", home.Body!.TextContent, StringComparison.Ordinal);
        var request = await app.InDbAsync(db => db.Set<MemberRequest>().SingleAsync(r => r.MemberId == id));
        Assert.Equal(new(2026, 3, 12), request.AcknowledgeBy);
        var address2 = $"/doan-vien/yeu-cau/{request.Id}";
        page = await officer.SubmitAsync(await officer.OpenAsync(address2), "form[action*='handler=Acknowledge']");
        await officer.SubmitAsync(page, "form[action*='handler=Extend']", ("Because", "Chờ bản sao CCCD"));
        page = await officer.OpenAsync(address2);
        Assert.Contains("09/04/2026", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync(page, Form, ("Granted", "true"), ("Answer", "Đã sửa."));
        page = await member.OpenAsync("/toi/yeu-cau");
        Assert.Contains("Đã sửa.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await member.SubmitAsync(await member.OpenAsync("/toi"), "form[action*='handler=Leave']");
        await member.OpenAsync("/toi");
        Assert.Equal("/toi/vao", member.Address);
    }

    [Fact]
    public async Task A_code_counts_once_dies_of_wrong_tries_and_tells_nobody_who_is_a_member()
    {
        var id = await MemberAsync("Lương Văn Mã", "040085000402", "0933000402", "");
        var code = await app.AsAsync(Grassroots, s => s.GetRequiredService<LetIn>().GiveAsync(id, default));
        Assert.Equal(8, code.Value.Length);
        Assert.True((await app.AsAsync(DistrictClerk, s => s.GetRequiredService<LetIn>().GiveAsync(id, default))).IsRefused);
        using var one = app.Stranger();
        var page = await one.SubmitAsync(await one.OpenAsync("/toi/vao"), Form, ("Who", "040085000402"));
        using var other = app.Stranger();
        var unknown = await other.SubmitAsync(await other.OpenAsync("/toi/vao"), Form, ("Who", "040085999999"));
        Assert.Equal(page.QuerySelector("main")!.TextContent, unknown.QuerySelector("main")!.TextContent);
        await one.SubmitAsync(page, Form, ("Code", code.Value));
        Assert.Equal("/toi", one.Address);
        await other.SubmitAsync(unknown, Form, ("Who", "040085000402"), ("Code", code.Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);

        code = await app.AsAsync(Grassroots, s => s.GetRequiredService<LetIn>().GiveAsync(id, default));
        for (var i = 0; i < OneTimeCode.MostTries; i++)
            await other.SubmitAsync(unknown, Form, ("Who", "040085000402"), ("Code", "12345678"));
        await other.SubmitAsync(unknown, Form, ("Who", "040085000402"), ("Code", code.Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);

        // The officer ends the session of a phone that was lost.
        using var officer = app.Visit(Grassroots);
        await officer.SubmitAsync(await officer.OpenAsync($"/doan-vien/{id}/trang-rieng"), "form[action*='handler=End']");
        await one.OpenAsync("/toi");
        Assert.Equal("/toi/vao", one.Address);
    }

    [Fact]
    public async Task A_request_is_answered_only_by_the_members_union_and_a_withdrawn_consent_ends()
    {
        var id = await MemberAsync("Lương Thị Rút", "040185000403", "0933000403", "");
        await app.InDbAsync(db =>
        {
            db.Add(
                new MemberConsent
                {
                    Id = Guid.NewGuid(),
                    MemberId = id,
                    Channel = "Giấy",
                    At = DateTime.UnixEpoch,
                }
            );
            return db.SaveChangesAsync();
        });
        Assert.False((await AskAsync(id, "KHONG", "x")).Ok);
        Assert.False((await AskAsync(id, RequestKind.Withdrawal, " ")).Ok);
        Assert.True((await AskAsync(id, RequestKind.Withdrawal, "Tôi rút lại sự đồng ý.")).Ok);
        var request = await app.InDbAsync(db => db.Set<MemberRequest>().SingleAsync(r => r.MemberId == id));
        Assert.True((await AnswerAsync(OtherClerk, request.Id)).IsRefused);
        Assert.True((await AnswerAsync(Grassroots, request.Id)).Ok);
        Assert.False((await AnswerAsync(Grassroots, request.Id)).Ok);
        Assert.NotNull(
            await app.InDbAsync(db => db.Set<MemberConsent>().Where(c => c.MemberId == id).Select(c => c.WithdrawnAt).SingleAsync())
        );
        for (var i = 0; i < 10; i++)
            Assert.True((await AskAsync(id, "HOI", "Bao giờ có thẻ?")).Ok);
        Assert.False((await AskAsync(id, "HOI", "Bao giờ có thẻ?")).Ok);
    }

    private Task<Kernel.Results.Result> AskAsync(Guid member, string kind, string text) =>
        app.InScopeAsync(s => s.GetRequiredService<AskUnion>().HandleAsync(member, kind, text, default));

    private Task<Kernel.Results.Result> AnswerAsync(string by, Guid request) =>
        app.AsAsync(by, s => s.GetRequiredService<AnswerRequest>().AnswerAsync(request, true, "Đã ghi nhận.", default));

    private Task<Guid> MemberAsync(string name, string number, string phone, string email) =>
        app.AddAsync(
            new()
            {
                FullName = name,
                Sex = name.Contains("Thị", StringComparison.Ordinal) ? Sex.Female : Sex.Male,
                Born = "05/03/1985",
                NationalId = number,
                Phone = phone,
                Email = email,
                Ethnicity = "Thái",
                UnitCode = app.Given.GrassrootsUnits[0].Code,
            }
        );

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex SixDigits();
}
