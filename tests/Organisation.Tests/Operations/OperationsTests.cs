using System.Net;
using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Jobs;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Organisation.Tests.Operations;

public sealed class OperationsOnSqlite(OfficeOnSqlite app) : OperationsTests(app), IClassFixture<OfficeOnSqlite>;

public sealed class OperationsOnPostgreSql(OfficeOnPostgreSql app) : OperationsTests(app), IClassFixture<OfficeOnPostgreSql>;

public abstract class OperationsTests(OfficeApp app)
{
    private const string Calendar = "/he-thong/danh-muc/lich",
        Log = "/he-thong/nhat-ky",
        Jobs = "/he-thong/cong-viec",
        Card = "form.dk-card[data-primary]";

    private Task<DateOnly> AfterAsync(DateOnly day, int working) =>
        app.InScopeAsync(services => services.GetRequiredService<WorkingDays>().AddAsync(day, working, default));

    private async Task SetAsync(Visitor admin, string day, string name, bool working = false, string to = "") =>
        await admin.SubmitAsync(
            await admin.OpenAsync(Calendar + "/dong"),
            Card,
            [("ValidFrom", day), ("ValidTo", to), ("Name", name), .. working ? [("IsWorking", "có")] : Array.Empty<(string, string)>()]
        );

    [Fact]
    public async Task A_day_off_and_a_saturday_worked_move_the_deadlines()
    {
        var friday = new DateOnly(2026, 3, 20);
        Assert.Equal(new(2026, 3, 23), await AfterAsync(friday, 1));
        using var admin = app.Visit(Admin);
        await SetAsync(admin, "23/03/2026", "Nghỉ bù");
        Assert.Equal(new(2026, 3, 24), await AfterAsync(friday, 1));
        await SetAsync(admin, "21/3/2026", "Làm bù", working: true);
        Assert.Equal(friday.AddDays(1), await AfterAsync(friday, 1));

        var page = await admin.OpenAsync(Calendar);
        var row = page.QuerySelectorAll(".dk-table tbody tr").Single(r => r.TextContent.Contains("Nghỉ bù", StringComparison.Ordinal));
        Assert.Contains("23/03/2026", row.TextContent);
        page = await admin.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        await admin.SubmitAsync(page, "form[action*=handler]");
        Assert.DoesNotContain("Nghỉ bù", (await admin.OpenAsync(Calendar)).QuerySelector(".dk-table")!.TextContent);
        Assert.Equal(new(2026, 3, 23), await AfterAsync(friday, 2));
    }

    [Fact]
    public async Task A_week_off_is_one_line_and_a_saturday_in_it_may_be_worked()
    {
        using var admin = app.Visit(Admin);
        await SetAsync(admin, "06/07/2026", "Nghỉ hè", to: "12/07/2026");
        Assert.Equal(new(2026, 7, 13), await AfterAsync(new(2026, 7, 3), 1));
        await SetAsync(admin, "11/07/2026", "Trực hè", working: true);
        Assert.Equal(new(2026, 7, 11), await AfterAsync(new(2026, 7, 3), 1));
        await SetAsync(admin, "01/08/2026", "Gõ nhầm năm", to: "01/08/2027");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
    }

    [Theory]
    [InlineData("31/02/2026", "Ngày không có"), InlineData("", "Không ngày"), InlineData("1/4/2026", "")]
    public async Task A_day_without_date_or_name_is_refused(string day, string name)
    {
        using var admin = app.Visit(Admin);
        await SetAsync(admin, day, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.False(
            await app.InDbAsync(db => db.Set<CalendarDay>().AnyAsync(d => d.Name == name || d.ValidFrom == new DateOnly(2026, 4, 1)))
        );
    }

    [Fact]
    public async Task Jobs_show_how_far_they_are_and_can_be_stopped_and_begun_again()
    {
        var (waiting, running, failed) = (Ids.New(), Ids.New(), Ids.New());
        await app.InDbAsync(db =>
        {
            foreach (
                var (id, state, done) in new[]
                {
                    (waiting, JobState.Waiting, 0),
                    (running, JobState.Running, 7),
                    (failed, JobState.Failed, 0),
                }
            )
                db.Add(
                    new Job
                    {
                        Id = id,
                        Kind = "kernel.renew-search",
                        Lane = JobLane.OneAtATime,
                        Payload = "",
                        State = state,
                        ProgressDone = done,
                        ProgressTotal = done > 0 ? 20 : 0,
                        CreatedAt = app.Clock.UtcDateTime(),
                        NextTryAt = app.Clock.UtcDateTime().AddHours(1),
                        LastError = state == JobState.Failed ? "đứt dây" : null,
                    }
                );
            return db.SaveChangesAsync();
        });
        using var admin = app.Visit(Admin);
        Assert.Contains("đứt dây", (await admin.OpenAsync("/")).QuerySelector("main")!.TextContent);
        using var viewer = app.Visit(Viewer);
        Assert.DoesNotContain("đứt dây", (await viewer.OpenAsync("/")).QuerySelector("main")!.TextContent);
        var table = await admin.OpenAsync(Jobs + "/bang");
        Assert.Contains("Đã làm: 7/20", table.Body!.TextContent);
        Assert.Null(table.QuerySelector("nav"));

        async Task PressAsync(string address, Guid id)
        {
            var page = await admin.OpenAsync(Jobs);
            var form = page.QuerySelectorAll($"form[action='{address}']").Single(f => f.QuerySelector($"input[value='{id}']") is not null);
            form.Id = "bam";
            await admin.SubmitAsync(page, "#bam");
            Assert.Equal(Jobs, admin.Address);
        }
        await PressAsync(Jobs + "/dung", waiting);
        await PressAsync(Jobs + "/dung", running);
        await PressAsync(Jobs, failed);
        var jobs = await app.InDbAsync(db => db.Set<Job>().AsNoTracking().ToDictionaryAsync(j => j.Id));
        Assert.Equal(JobState.Cancelled, jobs[waiting].State);
        Assert.Equal((JobState.Running, true), (jobs[running].State, jobs[running].CancelRequested));
        Assert.Equal(JobState.Waiting, jobs[failed].State);
        Assert.DoesNotContain("đứt dây", (await admin.OpenAsync("/")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task The_log_says_who_did_what_and_finds_the_line_that_was_changed()
    {
        using var admin = app.Visit(Admin);
        await SetAsync(admin, "15/05/2026", "Ngày ghi nhật ký");
        var page = await admin.OpenAsync(Log + "?viec=organisation.catalogue");
        var line = page.QuerySelectorAll(".dk-table tbody tr")[0].TextContent;
        Assert.Contains("Lịch làm việc: thêm Ngày ghi nhật ký, 15/05/2026", line);
        Assert.Contains($"({Admin})", line);
        page = await admin.SubmitAsync(page, "form[method=post][data-repeat]");
        Assert.Contains("Nguyên vẹn", page.QuerySelector("[role=status]")!.TextContent);

        var last = await app.InDbAsync(db => db.Set<AuditEntry>().MaxAsync(e => e.Sequence));
        async Task<string> WriteAsync(string text)
        {
            await app.InDbAsync(db =>
                db.Set<AuditEntry>().Where(e => e.Sequence == last).ExecuteUpdateAsync(e => e.SetProperty(x => x.Text, text))
            );
            return (await admin.SubmitAsync(await admin.OpenAsync(Log), "form[method=post][data-repeat]"))
                .QuerySelector("[role=status]")!
                .TextContent;
        }

        var text = await app.InDbAsync(db => db.Set<AuditEntry>().Where(e => e.Sequence == last).Select(e => e.Text).SingleAsync());
        Assert.Contains($"Bị sửa từ dòng {last}", await WriteAsync("Không có gì"));
        Assert.Contains("Nguyên vẹn", await WriteAsync(text));
    }
}
