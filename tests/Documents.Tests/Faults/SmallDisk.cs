using System.Diagnostics;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>A real file system of a few megabytes, where the system lets a test mount one (as root).</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _ballast;

    private SmallDisk(string path) => (Path, _ballast) = (path, System.IO.Path.Combine(path, "ballast"));

    public string Path { get; }

    /// <summary>Null where mounting is not allowed.</summary>
    public static SmallDisk? TryMount(int megabytes)
    {
        var path = Directory.CreateTempSubdirectory("doanket-disk-").FullName;
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "doanket-test", path) == 0)
            return new(path);
        Directory.Delete(path);
        return null;
    }

    /// <summary>Fills the disk but for some bytes.</summary>
    public void Fill(long free)
    {
        Empty();
        using var file = File.Create(_ballast);
        var block = new byte[4096];
        for (var left = new DriveInfo(Path).AvailableFreeSpace - free; left >= block.Length; left -= block.Length)
            file.Write(block);
    }

    public void Empty() => File.Delete(_ballast);

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program here.
            return -1;
        }
    }
}
