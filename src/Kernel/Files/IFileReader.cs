using DoanKet.DocumentReading;
using Microsoft.Extensions.Options;

namespace DoanKet.Kernel.Files;

/// <summary>Reads the text of a file that came from outside.</summary>
public interface IFileReader
{
    Task<ReadResult> ReadAsync(string path, CancellationToken ct);
}

/// <summary>In a child process of this program, few at a time: many files at once must not take the server's memory.</summary>
internal sealed class ChildFileReader(IOptions<Settings.FileOptions> options) : IFileReader, IDisposable
{
    private readonly ReaderCommand _command = ReaderCommand.OfThisProgram("read-file");

    /// <summary>Readings at once: one processor stays free for the pages, and no more than memory has room for.</summary>
    private readonly SemaphoreSlim _places = new(Math.Clamp(Environment.ProcessorCount - 1, 1, 8));

    public async Task<ReadResult> ReadAsync(string path, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            return await IsolatedReader.ReadAsync(path, _command, TimeSpan.FromSeconds(options.Value.ReadSeconds), ct);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
