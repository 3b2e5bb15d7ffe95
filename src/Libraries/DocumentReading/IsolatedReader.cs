using System.Text.Json;
using DoanKet.DocumentReading.Processes;

namespace DoanKet.DocumentReading;

/// <summary>Reads a foreign file in a process of its own: a file that loops, eats memory or blows the stack costs that process, not this
/// one.</summary>
public static class IsolatedReader
{
    /// <summary>Five times the most that the limits let through.</summary>
    private const int MaxAnswer = 8 * 1024 * 1024;

    /// <summary>512 MB, hexadecimal as .NET wants it.</summary>
    private const string HeapLimit = "0x20000000";

    public static async Task<ReadResult> ReadAsync(string path, ReaderCommand command, TimeSpan limit, CancellationToken ct)
    {
        var run = await BoundedProcess.RunAsync(
            command.FileName,
            [.. command.Arguments, path],
            limit,
            MaxAnswer,
            new Dictionary<string, string>
            {
                ["DOTNET_GCHeapHardLimit"] = HeapLimit,
                // Neither a dump of somebody's document on the disk nor a debugger's socket.
                ["DOTNET_DbgEnableMiniDump"] = "0",
                ["DOTNET_EnableDiagnostics"] = "0",
            },
            ct
        );
        if (run.TimedOut)
            return new(ReadStatus.TooSlow);
        if (run.ExitCode != 0)
            return ReadResult.Failed(IsOutOfMemory(run) ? ReadStatus.TooLarge : ReadStatus.Damaged, $"exit {run.ExitCode}: {run.Errors}");
        try
        {
            return JsonSerializer.Deserialize<ReadResult>(run.Output, ReaderChild.Json) ?? ReadResult.Failed(ReadStatus.Damaged, "null");
        }
        catch (JsonException error)
        {
            return ReadResult.Failed(ReadStatus.Damaged, error);
        }
    }

    private static bool IsOutOfMemory(Ended run) =>
        run.ExitCode == 137
        || run.Errors.Contains("OutOfMemory", StringComparison.Ordinal)
        || run.Errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase);
}
