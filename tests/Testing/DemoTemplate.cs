using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace DoanKet.Testing;

/// <summary>
/// The demonstration federation, generated once by the program itself and copied for every test that wants one. Shared by all test
/// processes of one build: another build has another demonstration.
/// </summary>
public static class DemoTemplate
{
    private const string PrintedFile = "demo.json";

    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Fills an empty data folder; the settings that lead to its database, and the line of JSON that the generator printed.
    /// </summary>
    /// <param name="scale">small or full.</param>
    public static async Task<(string[] Settings, string Printed)> CopyToAsync(string data, Provider provider, string scale)
    {
        var key = $"{scale}_{provider.ToString().ToLowerInvariant()}_{Build}";
        var template = Path.Combine(Path.GetTempPath(), "doanket-demo-" + key);
        using (await LockAsync(template + ".lock"))
        {
            if (!File.Exists(Path.Combine(template, PrintedFile)))
                await GenerateAsync(template, "demo_" + key, provider, scale);
        }
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(data, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return (
            provider == Provider.Sqlite ? [] : Settings(await TestPostgreSql.CopyAsync("demo_" + key)),
            await File.ReadAllTextAsync(Path.Combine(template, PrintedFile))
        );
    }

    private static async Task GenerateAsync(string template, string database, Provider provider, string scale)
    {
        // What a killed run left unfinished.
        if (Directory.Exists(template))
            Directory.Delete(template, recursive: true);
        Directory.CreateDirectory(template);
        string[] settings = provider == Provider.Sqlite ? [] : Settings(await TestPostgreSql.CreateEmptyAsync(database));
        var printed = await RunningProgram.RunAsync(template, ["demo", "--scale", scale, "--json"], settings);
        NpgsqlConnection.ClearAllPools();
        await File.WriteAllTextAsync(Path.Combine(template, PrintedFile), printed);
    }

    private static string[] Settings(string connection) => ["--Database:Provider=postgresql", "--Database:ConnectionString=" + connection];

    private static string Build { get; } = Fingerprint();

    private static string Fingerprint()
    {
        var built = Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*doanket*.dll", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
            .Where(file => !file.Contains("Tests", StringComparison.Ordinal))
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', built))))[..12];
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        for (var end = DateTime.UtcNow + LockTimeout; ; await Task.Delay(200))
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                // Another test process is generating it.
            }
        }
    }
}
