using DoanKet.DocumentReading;
using DoanKet.Kernel.Files;

namespace DoanKet.Testing;

/// <summary>Reads files in the test's own process: the child process is this program, and in a test this program is the test.</summary>
public sealed class ReaderInProcess : IFileReader
{
    public Task<ReadResult> ReadAsync(string path, CancellationToken ct) =>
        Task.FromResult(DocumentReader.Read(path, ReadingLimits.Default));
}
