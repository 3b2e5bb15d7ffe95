using System.Globalization;
using System.Text;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Modules.Documents.Finding;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Finding;

public sealed class FindOnSqlite(SqliteApp app) : FindTests(app), IClassFixture<SqliteApp>;

public sealed class FindOnPostgreSql(PostgreSqlApp app) : FindTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>What a person types into the search, and what comes of it.</summary>
public abstract class FindTests(UnionApp app)
{
    private Task<IReadOnlyList<FoundRow>> FindAsync(FindForm form, string by = Clerk, ListCursor? after = null, int take = 31) =>
        app.DoAsync<FindDocuments, IReadOnlyList<FoundRow>>(by, find => find.HandleAsync(form, after, take, default));

    private async Task<IReadOnlyList<Guid>> IdsAsync(FindForm form, string by = Clerk) =>
        [.. (await FindAsync(form, by)).Select(r => r.Id)];

    private async Task<Guid> RegisteredAsync(RegisterInput form, string clerk = Clerk)
    {
        var id = await app.ReceiveAsync(clerk);
        var registered = await app.RegisterAsync(id, form, clerk);
        Assert.True(registered.Ok, registered.Message);
        return id;
    }

    [Theory]
    [InlineData("4518/HD-LĐLĐ")]
    [InlineData("4518 hd ldld")]
    [InlineData("4518hdldld")]
    [InlineData("Số: 4518/HD-LĐLĐ")]
    [InlineData("4518")]
    public async Task A_number_is_found_in_any_writing(string typed)
    {
        if ((await IdsAsync(new() { SearchTerms = "4518" })).Count == 0)
        {
            await RegisteredAsync(Office.Form("4518/HD-LĐLĐ"));
            await RegisteredAsync(Office.Form("518/HD-LĐLĐ"));
        }
        var row = Assert.Single(await FindAsync(new() { SearchTerms = typed }));
        Assert.Equal(("4518/HD-LĐLĐ", "Khớp số, ký hiệu"), (row.NumberText, row.Match));
    }

    [Theory]
    [InlineData("phụ cấp khu vực", "Khớp trích yếu")]
    [InlineData("phu cap khu vuc", "Khớp trích yếu")]
    [InlineData("PHỤ CẤP khu", "Khớp trích yếu")]
    [InlineData("khu phu cap", "Khớp trích yếu")]
    [InlineData("công nghệ hồ chứa", "Khớp nội dung văn bản")]
    [InlineData("cong nghe ho chua", "Khớp nội dung văn bản")]
    [InlineData("hồ chứa thủy lợi nam đàn phụ cấp", "Khớp nội dung văn bản")]
    public async Task Words_of_the_subject_and_of_the_text_are_found_with_and_without_tone_marks(string typed, string match)
    {
        if ((await IdsAsync(new() { SearchTerms = "phu cap khu vuc" })).Count == 0)
        {
            var text = Encoding.UTF8.GetBytes("Công nghệ đo mực nước hồ chứa của công ty thủy lợi Nam Đàn.");
            var id = (await app.TakeInAsync(Clerk, false, ("thuy-loi.txt", text))).Value.Documents[0];
            app.Clock.Advance(ReadFilesJob.AfterIntake);
            await app.RunJobsAsync();
            Assert.True((await app.RegisterAsync(id, Office.Form("77/CV-TL", subject: "V/v phụ cấp khu vực"))).Ok);
        }
        var row = Assert.Single(await FindAsync(new() { SearchTerms = typed }));
        Assert.Equal(("77/CV-TL", match), (row.NumberText, row.Match));
    }

    [Fact]
    public async Task Words_that_begin_like_a_number_and_are_none_are_words()
    {
        var id = await RegisteredAsync(Office.Form("61/KH-X", subject: "Kế hoạch 2031 trồng cây xà cừ"));
        Assert.Equal([id], await IdsAsync(new() { SearchTerms = "2031 trong cay" }));
        Assert.Empty(await IdsAsync(new() { SearchTerms = "2031 trong tre" }));
        // Nothing in them is an instruction to the index.
        foreach (var hostile in new[] { "xà cừ OR phụ", "\"xà cừ", "xa* NEAR(cu)", "xà & cừ | !cây", "(", "'; drop table" })
            Assert.DoesNotContain(await FindAsync(new() { SearchTerms = hostile }), r => r.NumberText == "77/CV-TL");
    }

    [Fact]
    public async Task Issuer_dates_kind_and_state_narrow_what_is_found()
    {
        var form = Office.Form("62/BC-Y", "Ban Dân vận Tỉnh ủy Miền Tây", "Báo cáo quý một");
        (form.KindCode, form.IssuedOn) = ("BC", new(2026, 2, 10));
        var id = await RegisteredAsync(form);
        foreach (
            var finds in new FindForm[]
            {
                new() { Issuer = "dan van tinh uy mien tay" },
                new()
                {
                    Issuer = "Dân vận",
                    From = new(2026, 2, 10),
                    To = new(2026, 2, 10),
                },
                new()
                {
                    Issuer = "Dân vận",
                    Kind = "BC",
                    State = "den." + IncomingState.Registered.Slug(),
                },
                new() { SearchTerms = "bao cao quy mot", Direction = FindForm.Incoming },
            }
        )
            Assert.Equal([id], await IdsAsync(finds));
        foreach (
            var misses in new FindForm[]
            {
                new() { Issuer = "Dân vận", From = new(2026, 2, 11) },
                new() { Issuer = "Dân vận", To = new(2026, 2, 9) },
                new() { Issuer = "Dân vận", Kind = "KH" },
                new() { Issuer = "Dân vận", State = "den." + IncomingState.Done.Slug() },
                new() { SearchTerms = "bao cao quy mot", Direction = FindForm.Outgoing },
            }
        )
            Assert.Empty(await IdsAsync(misses));
    }

    [Fact]
    public async Task Nobody_finds_what_he_may_not_open()
    {
        var incoming = await RegisteredAsync(Office.Form("63/CV-Z", subject: "V/v thanh tra bất thường kho lưu trữ"));
        var draft = await app.DraftAsync("V/v kết luận bất thường kho lưu trữ");
        FindForm form = new() { SearchTerms = "bat thuong kho luu tru" };
        Assert.Equal([draft, incoming], await IdsAsync(form, Clerk));
        Assert.Equal([draft], await IdsAsync(form, Specialist));
        Assert.Equal([draft], await IdsAsync(form, Head));
        Assert.Empty(await IdsAsync(form, DistrictClerk));
        Assert.Empty(await IdsAsync(form, Grassroots));
        Assert.Empty(await IdsAsync(new() { SearchTerms = "63/CV-Z" }, DistrictLeader));
        Assert.Empty(await IdsAsync(new() { Issuer = "Láng Giềng", Scope = FindForm.Everywhere }, OtherClerk));
    }

    [Fact]
    public async Task What_was_issued_is_found_by_its_sender_and_by_every_receiver_each_in_its_own_copy()
    {
        var outgoing = await app.IssuedAsync();
        FindForm form = new() { SearchTerms = "chuan bi dai hoi cong doan co so" };
        Assert.Contains(
            await FindAsync(form, Specialist),
            r => r.Id == outgoing && !r.IsIncoming && r.NumberText.EndsWith("/HD-LĐLĐ", StringComparison.Ordinal)
        );
        var copy = Assert.Single(await FindAsync(form, Grassroots));
        Assert.True(copy.IsIncoming);
        Assert.Equal(app.Given.GrassrootsUnits[0].Name, copy.Unit);
        Assert.NotEqual(copy.Id, Assert.Single(await FindAsync(form, DistrictClerk)).Id);
    }

    [Fact]
    public async Task The_pages_meet_every_result_once_in_order()
    {
        List<Guid> all = [];
        for (var i = 0; i < 7; i++)
        {
            all.Insert(
                0,
                await RegisteredAsync(
                    Office.Form((710 + i).ToString(CultureInfo.InvariantCulture) + "/TB-P", subject: "Thông báo lật trang"),
                    DistrictClerk
                )
            );
            // Two in the same moment each time.
            if (i % 2 == 1)
                app.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        List<FoundRow> met = [];
        ListCursor? after = null;
        while (true)
        {
            var page = await FindAsync(new() { SearchTerms = "lat trang" }, DistrictClerk, after, 3);
            if (page.Count == 0)
                break;
            met.AddRange(page);
            after = new(page[^1].At, page[^1].Id);
        }
        Assert.Equal(7, met.Count);
        Assert.Equal(all.Order(), met.Select(r => r.Id).Order());
        Assert.Equal(met.OrderByDescending(r => r.At).Select(r => r.At), met.Select(r => r.At));
    }
}
