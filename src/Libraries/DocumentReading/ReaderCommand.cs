using System.Reflection;

namespace DoanKet.DocumentReading;

/// <summary>The program that reads one file: the path is added as its last argument, its answer is <see cref="ReaderChild"/>'s.</summary>
public sealed record ReaderCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>This program itself with a verb, however it was started: by its own name or by <c>dotnet program.dll</c>.</summary>
    public static ReaderCommand OfThisProgram(string verb)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is not known.");
        return Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? new(program, [Assembly.GetEntryAssembly()!.Location, verb])
            : new(program, [verb]);
    }
}
