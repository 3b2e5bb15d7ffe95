using System.Diagnostics;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Scanning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Scanning;

public sealed class ScansOnSqlite(ScannerSqliteApp app) : ScanTests(app), IClassFixture<ScannerSqliteApp>;

public sealed class ScansOnPostgreSql(ScannerPostgreSqlApp app) : ScanTests(app), IClassFixture<ScannerPostgreSqlApp>;

/// <summary>Files that a scanner writes become documents that wait for the book: each once, whatever happens between.</summary>
public abstract class ScanTests(ScannerApp app) : IAsyncLifetime
{
    private const string Taken = "da-nhan/2026-03";

    public ValueTask InitializeAsync()
    {
        app.Files.IsFull = false;
        foreach (var folder in (string[])[app.Province, app.District])
            Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Three_hundred_mixed_files_are_taken_in_once_with_their_names_and_put_away()
    {
        for (var i = 0; i < 300; i++)
            Scan(
                app.Province,
                $"Quét số {i:000}{(i % 3) switch { 0 => ".txt", 1 => ".pdf", _ => "" }}",
                $"Nội dung {i} của lô",
                minutesAgo: 600 - i
            );
        await PassAsync();
        await PassAsync();
        var names = await NamesAsync("Quét số");
        Assert.Equal(300, names.Count);
        Assert.Equal(300, names.Distinct().Count());
        // What calls itself a PDF and is text is kept under its own name with the ending of what it is.
        Assert.Equal("Quét số 000.txt", names[0]);
        Assert.Equal("Quét số 001.txt", names[1]);
        Assert.Equal(300, Directory.GetFiles(Path.Combine(app.Province, Taken)).Length);
        Assert.Empty(Directory.GetFiles(app.Province));
    }

    [Fact]
    public async Task A_file_still_being_written_waits_and_one_that_never_can_be_taken_in_is_set_aside()
    {
        Scan(app.Province, "dang-quet.pdf", "%PDF-1.4 đang ghi", minutesAgo: 0);
        Scan(app.Province, "quet.pdf.part", "nửa tệp", minutesAgo: 5);
        Scan(app.Province, ".an", "tệp ẩn", minutesAgo: 5);
        Scan(app.Province, "rong.pdf", "", minutesAgo: 5);
        Scan(app.Province, "qua-lon.pdf", new string('x', 1_100_000), minutesAgo: 5);
        await PassAsync();
        Assert.Equal([".an", "dang-quet.pdf", "quet.pdf.part"], Names(app.Province));
        Assert.Equal(["qua-lon.pdf", "rong.pdf"], Names(Path.Combine(app.Province, "khong-nhan-duoc")));
        File.SetLastWriteTimeUtc(Path.Combine(app.Province, "dang-quet.pdf"), Now.AddSeconds(-11));
        await PassAsync();
        Assert.Single(await NamesAsync("dang-quet"));
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_not_followed()
    {
        var secret = Scan(app.District, "bi-mat.tmp", "Chỉ chương trình được đọc", minutesAgo: 5);
        var link = Path.Combine(app.Province, "lien-ket.txt");
        File.CreateSymbolicLink(link, secret);
        // The link itself must have rested; .NET sets the time of what it leads to.
        using (var touch = Process.Start("touch", ["-h", "-d", Now.AddMinutes(-5).ToString("O"), link]))
            await touch.WaitForExitAsync();
        await PassAsync();
        Assert.True(File.Exists(link));
        Assert.Empty(await NamesAsync("lien-ket"));
    }

    [Fact]
    public async Task Each_unit_gets_what_lies_in_its_own_folder()
    {
        Scan(app.District, "cua-huyen.txt", "Văn bản gửi huyện", minutesAgo: 5);
        await PassAsync();
        var unit = await app.InDbAsync(db =>
            db.Incoming.Where(d => d.Content.Attachments.Any(a => a.Name == "cua-huyen.txt")).Select(d => d.UnitId).SingleAsync()
        );
        Assert.Equal(app.Given.District.Id, unit);
    }

    [Fact]
    public async Task On_a_full_disk_every_file_stays_where_it_is_and_room_takes_them_in()
    {
        app.Files.IsFull = true;
        Scan(app.Province, "day-1.txt", "Một khi đĩa đầy", minutesAgo: 5);
        Scan(app.Province, "day-2.txt", "Hai khi đĩa đầy", minutesAgo: 4);
        await PassAsync();
        Assert.Equal(["day-1.txt", "day-2.txt"], Names(app.Province));
        Assert.Empty(await NamesAsync("day-"));
        app.Files.IsFull = false;
        await PassAsync();
        Assert.Empty(Names(app.Province));
        Assert.Equal(["day-1.txt", "day-2.txt"], await NamesAsync("day-"));
    }

    [Fact]
    public async Task A_file_that_was_taken_in_and_not_put_away_is_no_second_document()
    {
        // As a kill between the two leaves it: the document stands, the file lies where it lay.
        var file = Scan(app.Province, "bi-ngat.txt", "Bị ngắt giữa chừng", minutesAgo: 5);
        Directory.CreateDirectory(Path.Combine(app.Province, "da-nhan"));
        await File.WriteAllTextAsync(Path.Combine(app.Province, Taken), "chắn chỗ của thư mục");
        await PassAsync();
        Assert.True(File.Exists(file));
        File.Delete(Path.Combine(app.Province, Taken));
        await PassAsync();
        Assert.False(File.Exists(file));
        Assert.Single(await NamesAsync("bi-ngat"));
    }

    [Fact]
    public async Task The_same_paper_scanned_again_is_a_document_again_and_keeps_the_first_file()
    {
        Scan(app.Province, "mau.txt", "Cùng nội dung", minutesAgo: 5);
        await PassAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        Scan(app.Province, "mau.txt", "Cùng nội dung", minutesAgo: 1);
        await PassAsync();
        Assert.Equal(2, (await NamesAsync("mau")).Count);
        Assert.Equal(["mau (2).txt", "mau.txt"], Names(Path.Combine(app.Province, Taken)));
    }

    private DateTime Now => app.Clock.GetUtcNow().UtcDateTime;

    private Task<bool> PassAsync() =>
        app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<TakeInScans>().RunAsync("", default);
            return true;
        });

    private string Scan(string folder, string name, string content, int minutesAgo)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, Now.AddMinutes(-minutesAgo));
        return path;
    }

    private static List<string> Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private Task<List<string>> NamesAsync(string start) =>
        app.InDbAsync(db => db.Attachments.Where(a => a.Name.StartsWith(start)).OrderBy(a => a.Name).Select(a => a.Name).ToListAsync());
}
