using System.IO.Compression;
using System.Text.Json;
using DoanKet.Host.Web;
using DoanKet.Kernel.Backup;
using DoanKet.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Host.Tests;

/// <summary>
/// What is lost comes back: backup while the program runs, restore into either database, and the check that finds damage.
/// </summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-backup-");

    private string Data => _folder.CreateSubdirectory("data").FullName;

    private string Archive => Path.Combine(_folder.FullName, "sao-luu.zip");

    private string Elsewhere => _folder.CreateSubdirectory("elsewhere").FullName;

    [Theory]
    [InlineData(Provider.Sqlite, Provider.PostgreSql), InlineData(Provider.PostgreSql, Provider.Sqlite)]
    public async Task All_rows_files_and_keys_come_back_on_the_other_database(Provider from, Provider to)
    {
        var (source, _) = await DemoTemplate.CopyToAsync(Data, from, "small");
        await GivePasskeyAsync(Data, source);
        await using (var program = await RunningProgram.StartAsync(Data, source))
        {
            using var clerk = await program.SignedInAsync("vanthu", "DoanKet@2021");
            await RunAsync(0, ["backup", Archive, "--data", Data, .. source]);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
            await clerk.OpenAsync("/van-ban/den");
        }
        var target = to == Provider.Sqlite ? [] : TestPostgreSql.SettingsFor(await TestPostgreSql.CreateEmptyAsync());
        await RunAsync(0, ["restore", Archive, "--data", Elsewhere, .. target]);
        Assert.Equal("""{"ok":true,"problems":[]}""", await RunAsync(0, ["check", "--json", "--data", Elsewhere, .. target]));

        // The same rows, whatever the database: a backup of the restored place has the same digests.
        var again = Path.Combine(_folder.FullName, "lan-hai.zip");
        await RunAsync(0, ["backup", again, "--data", Elsewhere, .. target]);
        Assert.Equal(Tables(Archive), Tables(again));
        await using (var looker = new DatabaseLooker(Elsewhere, target))
            Assert.Equal(7u, await looker.InDbAsync(async db => (await db.Set<IdentityUserPasskey<Guid>>().SingleAsync()).Data.SignCount));

        await using var restored = await RunningProgram.StartAsync(Elsewhere, target);
        using var again2 = await restored.SignedInAsync("vanthu", "DoanKet@2021");
        var list = await again2.OpenAsync("/van-ban/den");
        var first = list.QuerySelector(".dk-table tbody a[href^='/van-ban/den/']")!.GetAttribute("href")!;
        var page = await again2.OpenAsync(first.Replace("/vao-so", "", StringComparison.Ordinal));
        await again2.OpenAsync(page.QuerySelector("a[href*='/tep/']")!.GetAttribute("href")!);
        var found = await again2.OpenAsync("/van-ban/tim?q=cong+doan");
        Assert.NotEmpty(found.QuerySelectorAll("main a[href^='/van-ban/']"));
    }

    /// <summary>The one column that holds an object.</summary>
    private static async Task GivePasskeyAsync(string data, string[] settings)
    {
        await using var looker = new DatabaseLooker(data, settings);
        await looker.InDbAsync(async db =>
        {
            db.Add(
                new IdentityUserPasskey<Guid>
                {
                    CredentialId = [1, 2, 3],
                    UserId = await db.Users.Where(a => a.UserName == "vanthu").Select(a => a.Id).SingleAsync(),
                    Data = new()
                    {
                        PublicKey = [4, 5],
                        Name = "Máy ở cơ quan",
                        CreatedAt = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero),
                        SignCount = 7,
                        AttestationObject = [],
                        ClientDataJson = [],
                    },
                }
            );
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task A_flipped_byte_is_found_wherever_it_lies_and_nothing_is_restored()
    {
        await DemoTemplate.CopyToAsync(Data, Provider.Sqlite, "small");
        await RunAsync(0, ["backup", Archive, "--data", Data]);
        var whole = await File.ReadAllBytesAsync(Archive);
        // The first and the last byte are the archive's own structure; what lies between belongs to rows, files and the manifest.
        for (var part = 1; part <= 8; part++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[whole.Length * part / 9] ^= 0x10;
            var path = Path.Combine(_folder.FullName, $"hong-{part}.zip");
            await File.WriteAllBytesAsync(path, damaged);
            var target = _folder.CreateSubdirectory($"target-{part}").FullName;
            await using var app = WebProgram.Build(target, []);
            await using var scope = app.Services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<RestoreBackup>().HandleAsync(path, default);
            Assert.False(result.Ok);
            Assert.Contains("hỏng", result.Message, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(target, "doanket.db")));
        }
    }

    [Fact]
    public async Task Nothing_is_restored_over_what_is_there_and_no_backup_overwrites_a_file()
    {
        await DemoTemplate.CopyToAsync(Data, Provider.Sqlite, "small");
        await RunAsync(0, ["backup", Archive, "--data", Data]);
        await RunAsync(1, ["backup", Archive, "--data", Data]);
        Assert.Contains("đã có", (await RunningProgram.TryRunAsync("restore", Archive, "--data", Data)).Errors, StringComparison.Ordinal);
        Assert.Equal(
            1,
            (await RunningProgram.TryRunAsync("restore", Path.Combine(_folder.FullName, "khong-co.zip"), "--data", Elsewhere)).ExitCode
        );
    }

    [Fact]
    public async Task The_check_finds_a_changed_file_a_lost_one_a_stranger_and_a_number_that_is_missing()
    {
        await DemoTemplate.CopyToAsync(Data, Provider.Sqlite, "small");
        var files = Directory
            .EnumerateFiles(Path.Combine(Data, "files"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToList();
        await File.AppendAllTextAsync(files[0], "x");
        File.Delete(files[1]);
        var stranger = new string('a', 64);
        Directory.CreateDirectory(Path.Combine(Data, "files", "aa"));
        await File.WriteAllTextAsync(Path.Combine(Data, "files", "aa", stranger), "?");
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + Path.Combine(Data, "doanket.db")))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                "update kernel_counters set value = value + 1 where key = (select key from kernel_counters where key like 'in:%' limit 1)";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }
        using var verdict = JsonDocument.Parse(await RunAsync(2, ["check", "--json", "--data", Data]));
        var problems = verdict.RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetString()!).ToList();
        Assert.Contains(
            problems,
            p => p.Contains(Path.GetFileName(files[0]), StringComparison.Ordinal) && p.Contains("hỏng", StringComparison.Ordinal)
        );
        Assert.Contains(
            problems,
            p => p.Contains(Path.GetFileName(files[1]), StringComparison.Ordinal) && p.Contains("không còn", StringComparison.Ordinal)
        );
        Assert.Contains(problems, p => p.Contains(stranger, StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("Bộ đếm", StringComparison.Ordinal));
        Assert.Equal(4, problems.Count);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task<string> RunAsync(int exitCode, string[] arguments)
    {
        var (code, output, errors) = await RunningProgram.TryRunAsync(arguments);
        Assert.True(code == exitCode, $"{string.Join(' ', arguments)} ended with {code}: {errors}{output}");
        return output.TrimEnd().Split('\n')[^1];
    }

    private static List<(string Name, long Rows, string Digest)> Tables(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        return
        [
            .. manifest
                .RootElement.GetProperty("Tables")
                .EnumerateArray()
                .Select(t => (t.GetProperty("Name").GetString()!, t.GetProperty("Rows").GetInt64(), t.GetProperty("Digest").GetString()!))
                .Order(),
        ];
    }
}
