using System.Net;
using System.Text;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>A disk that is full for files, for the database, or for both.</summary>
public sealed class DiskFullTests(FullDiskApp app) : IClassFixture<FullDiskApp>
{
    private const string Intake = "/van-ban/den/tiep-nhan";

    [Fact]
    public async Task A_file_that_finds_no_room_is_refused_in_words_and_leaves_nothing_behind()
    {
        using var clerk = app.Visit(GivenFederation.DistrictClerk);
        var form = await clerk.OpenAsync(Intake);
        (string, string, byte[])[] file = [("Files", "van-ban.txt", Encoding.UTF8.GetBytes("nội dung " + Guid.NewGuid()))];
        var (kept, before) = (Kept(), await CountAsync());
        app.Files.IsFull = true;
        var page = await clerk.UploadAsync(form, "form[enctype]", file);
        app.Files.IsFull = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("ổ đĩa của máy chủ đã đầy", page.Body!.TextContent);
        await TemporaryFiles.AssertGoneAsync(app.DataFolder);
        Assert.Equal(kept, Kept());
        Assert.Equal(before, await CountAsync());

        await clerk.UploadAsync(page, "form[enctype]", file);
        Assert.EndsWith("/vao-so", clerk.Address);
        Assert.Equal(before + 1, await CountAsync());

        IEnumerable<string> Kept() =>
            Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).Order().ToList();
    }

    [Fact]
    public async Task What_was_typed_with_a_file_that_finds_no_room_stays_in_the_form()
    {
        using var specialist = app.Visit(GivenFederation.Specialist);
        app.Files.IsFull = true;
        var page = await specialist.UploadAsync(
            await specialist.OpenAsync("/van-ban/di/soan"),
            "form[enctype]",
            [("Input.File", "du-thao.txt", [65])],
            ("Input.Subject", "Tổ chức hội thi")
        );
        app.Files.IsFull = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, specialist.Status);
        Assert.Equal("Tổ chức hội thi", page.QuerySelector("#Input_Subject")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_note_of_a_version_that_finds_no_room_stays_in_the_form()
    {
        var address = $"/van-ban/di/{await app.DraftAsync()}";
        using var specialist = app.Visit(GivenFederation.Specialist);
        var form = await specialist.OpenAsync(address);
        app.Files.IsFull = true;
        var page = await specialist.UploadAsync(form, "form[action*=Upload]", [("file", "ban-hai.txt", [66])], ("note", "sửa theo góp ý"));
        app.Files.IsFull = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, specialist.Status);
        Assert.Contains("ổ đĩa của máy chủ đã đầy", page.Body!.TextContent);
        Assert.Equal("sửa theo góp ý", page.QuerySelector("#file-note")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_database_that_finds_no_room_says_so_takes_no_number_and_keeps_the_form()
    {
        // Registering puts the words of the file into the index: more than any free space that the database may have left.
        var words = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"tu{i:x}"));
        var id = (await app.TakeInAsync(GivenFederation.Clerk, false, ("dai.txt", Encoding.UTF8.GetBytes(words)))).Value.Documents[0];
        app.Clock.Advance(ReadFilesJob.AfterIntake);
        await app.RunJobsAsync();
        var before = (await app.RegisterAsync(await app.ReceiveAsync())).Value;
        using var clerk = app.Visit(GivenFederation.Clerk);
        var form = await clerk.OpenAsync($"/van-ban/den/{id}/vao-so");
        await app.FillDatabaseAsync();
        var page = await clerk.SubmitAsync(
            form,
            "#vao-so .btn-primary",
            ("Input.Issuer", "Huyện ủy"),
            ("Input.Subject", "Về việc dài"),
            ("Input.Note", "giữ lại")
        );
        app.Room.IsFull = false;
        Assert.Equal(HttpStatusCode.InsufficientStorage, clerk.Status);
        Assert.Contains("Ổ đĩa của máy chủ đã đầy", page.Body!.TextContent);
        Assert.Equal(
            IncomingState.Arrived,
            await app.InDbAsync(db => db.Incoming.Where(d => d.Id == id).Select(d => d.State).FirstAsync())
        );

        page = await clerk.SubmitAsync(page, "#gui-lai");
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        var row = await app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));
        Assert.Equal((IncomingState.Registered, before + 1, "giữ lại"), (row.State, row.ArrivalNumber, row.Note));
    }

    private Task<int> CountAsync() => app.InDbAsync(db => db.Incoming.CountAsync(d => d.UnitId == app.Given.District.Id));
}
