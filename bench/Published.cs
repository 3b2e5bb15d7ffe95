using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DoanKet.Bench;

/// <summary>The program as it is installed: compiled ahead for this machine.</summary>
internal static class Published
{
    /// <summary>Publishes into an empty folder and gives the path of the program.</summary>
    public static async Task<string> IntoAsync(string folder)
    {
        var host = Path.Combine(Root(), "src", "Host");
        var machine = "-p:ForMachine=" + RuntimeInformation.RuntimeIdentifier;
        await DoAsync("dotnet", ["publish", host, "-c", "Release", machine, "-o", folder, "-v", "quiet", "-nologo"]);
        return Path.Combine(folder, "doanket.dll");
    }

    /// <summary>Runs a program to its good end.</summary>
    public static async Task DoAsync(string file, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} {arguments[0]} ended with {process.ExitCode}.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DoanKet.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Run it from the repository.");
    }
}
