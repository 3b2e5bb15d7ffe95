using System.Net;
using System.Text;
using DoanKet.Host.Tests.Store;
using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Host.Tests.Instances;

/// <summary>Two instances with data folders of their own, one PostgreSQL database, one store of files and one folder of keys.</summary>
public sealed class TwoInstancesTests : IAsyncLifetime
{
    private const string Password = "DoanKet@2021";
    private const int Jobs = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-instances-");
    private S3Server _store = null!;
    private RunningProgram _one = null!,
        _other = null!;
    private string[] _settings = [];

    public async ValueTask InitializeAsync()
    {
        _store = await S3Server.StartAsync();
        var (database, _) = await DemoTemplate.CopyToAsync(Folder("one"), Provider.PostgreSql, "small");
        Directory.Move(Path.Combine(Folder("one"), "keys"), Path.Combine(_folder.FullName, "keys"));
        _settings =
        [
            .. database,
            "--Keys:Folder=" + Path.Combine(_folder.FullName, "keys"),
            $"--Files:S3:Bucket={S3Server.Bucket}",
            $"--Files:S3:ServiceUrl={_store.Address}",
            $"--Files:S3:AccessKey={S3Server.Key}",
            $"--Files:S3:SecretKey={S3Server.Key}",
        ];
        _one = await RunningProgram.StartAsync(Folder("one"), _settings);
        _other = await RunningProgram.StartAsync(Folder("other"), _settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Who_is_signed_in_at_one_works_at_the_other_and_each_job_runs_once()
    {
        Assert.DoesNotContain(_one.Said.Concat(_other.Said), line => line.Contains("Another instance", StringComparison.Ordinal));
        using var here = await _one.SignedInAsync("vanthu", Password);
        using var there = new Visitor(_other.Address);
        there.Cookies.Add(here.Cookies.GetAllCookies());

        // Taken in at one, seen and registered at the other: with a form that the first one made.
        var intake = await here.OpenAsync("/van-ban/den/tiep-nhan");
        var text = Encoding.UTF8.GetBytes("Nội dung của một văn bản giữa hai máy " + Guid.NewGuid());
        var form = await here.UploadAsync(intake, "form[enctype]", [("Files", "giua-hai-may.txt", text)]);
        Assert.EndsWith("/vao-so", here.Address);
        var document = here.Address.Replace("/vao-so", "", StringComparison.Ordinal);
        await there.OpenAsync(here.Address);
        var registered = await there.SubmitAsync(
            form,
            "#vao-so .btn-primary",
            ("Input.Issuer", "Huyện ủy"),
            ("Input.Subject", "Giữa hai máy")
        );
        Assert.Equal(HttpStatusCode.OK, there.Status);
        Assert.Contains("Số đến:", registered.Body!.TextContent);
        var file = (await there.OpenAsync(document)).QuerySelector("a[href*='/tep/']")!.GetAttribute("href")!;
        Assert.Equal(text, await there.Client.GetByteArrayAsync(file));
        Assert.Equal(text, await here.Client.GetByteArrayAsync(file));

        await LeaveJobsAsync();
        await UntilDoneAsync();

        // Signed out at one is signed out at the other.
        await here.SubmitAsync(await here.OpenAsync("/"), "form[action='/dang-xuat']");
        await there.GetAsync("/");
        Assert.StartsWith("/dang-nhap", there.Address, StringComparison.Ordinal);
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder.FullName, name)).FullName;

    /// <summary>Work for both, as an act would leave it.</summary>
    private async Task LeaveJobsAsync()
    {
        await using var looker = new DatabaseLooker(Folder("one"), _settings);
        await looker.InDbAsync(db =>
        {
            for (var i = 0; i < Jobs; i++)
                db.Add(
                    new Job
                    {
                        Id = Ids.New(),
                        Kind = "documents.read-content",
                        Lane = JobLane.Slow,
                        Payload = Guid.NewGuid().ToString(),
                        CreatedAt = DateTime.UtcNow,
                        NextTryAt = DateTime.UtcNow,
                    }
                );
            return db.SaveChangesAsync();
        });
    }

    private async Task UntilDoneAsync()
    {
        await using var looker = new DatabaseLooker(Folder("one"), _settings);
        for (var tries = 0; ; tries++)
        {
            var jobs = await looker.InDbAsync(db => db.Set<Job>().AsNoTracking().Where(j => j.Key == null).ToListAsync());
            if (jobs.Count >= Jobs && jobs.All(j => j.State == JobState.Done))
            {
                Assert.All(jobs, job => Assert.Equal(1, job.Tries));
                return;
            }
            Assert.True(tries < 300, $"{jobs.Count(j => j.State != JobState.Done)} of {jobs.Count} jobs were not done.");
            await Task.Delay(100);
        }
    }
}
