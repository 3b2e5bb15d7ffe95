using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DoanKet.Testing;

/// <summary>
/// What the first test process that wants it makes, and all of them copy. Another build makes its own, for it may have other migrations.
/// </summary>
internal static class Template
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(5);

    /// <summary>A fingerprint of this library and of the program that it tests, whichever project has them beside it.</summary>
    public static string Build { get; } = Fingerprint();

    /// <summary>A folder that is there only when it is whole.</summary>
    public static async Task<string> MadeAsync(string name, Func<string, Task> fill)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"doanket-{name}-{Build}");
        if (Directory.Exists(folder))
            return folder;
        using var alone = await LockAsync(folder + ".lock");
        if (Directory.Exists(folder))
            return folder;
        var unfinished = folder + ".unfinished";
        // What a killed run left.
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        await fill(unfinished);
        Directory.Move(unfinished, folder);
        return folder;
    }

    public static void Copy(string folder, string target)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Fingerprint()
    {
        var built = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
        var waiting = new Stack<Assembly>([typeof(Template).Assembly]);
        while (waiting.TryPop(out var assembly))
        {
            if (!built.TryAdd(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId))
                continue;
            foreach (var used in assembly.GetReferencedAssemblies().Where(IsOwn))
                waiting.Push(Assembly.Load(used));
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', built))))[..12];
    }

    private static bool IsOwn(AssemblyName name) => name.Name!.StartsWith("doanket", StringComparison.OrdinalIgnoreCase);

    private static async Task<FileStream> LockAsync(string path)
    {
        for (var end = DateTime.UtcNow + LockTimeout; ; await Task.Delay(100))
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                // Another test process is making it.
            }
        }
    }
}
