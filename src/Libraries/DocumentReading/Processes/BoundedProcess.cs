using System.Diagnostics;
using System.Text;

namespace DoanKet.DocumentReading.Processes;

/// <summary>How a process ended. Output is cut at the bound it was given.</summary>
internal sealed record Ended(int ExitCode, bool TimedOut, byte[] Output, string Errors);

/// <summary>Runs a program with limits on its time and on what is taken from it.</summary>
internal static class BoundedProcess
{
    private const int MaxErrors = 4096;

    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the process is dead.</exception>
    public static async Task<Ended> RunAsync(
        string fileName,
        IEnumerable<string> arguments,
        TimeSpan limit,
        int maxOutput,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken ct
    )
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(limit);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{fileName} did not start.");
        try
        {
            process.StandardInput.Close();
            var output = TakeAsync(process.StandardOutput.BaseStream, maxOutput, time.Token);
            var errors = TakeAsync(process.StandardError.BaseStream, MaxErrors, time.Token);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(time.Token);
            return new(process.ExitCode, false, await output, Encoding.UTF8.GetString(await errors));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(-1, true, [], "");
        }
        finally
        {
            // Also its children; nothing happens when it has ended by itself.
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Reads to the end so that the process never waits, but keeps no more than the bound.</summary>
    private static async Task<byte[]> TakeAsync(Stream stream, int bound, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0; )
            kept.Write(buffer, 0, Math.Min(read, bound - (int)kept.Length));
        return kept.ToArray();
    }
}
