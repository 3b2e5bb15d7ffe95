using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel.Files;

/// <summary>
/// Reads a file beside the request that brought it: the person waits a moment for what was read, and goes on without it when many files
/// come at once. Whoever calls it leaves a job that reads what was not read by then.
/// </summary>
public sealed class ReadBeside(ILogger<ReadBeside> log)
{
    /// <summary>Long documents are read by then, also by a machine that is busy; longer would feel like a page that hangs.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    /// <summary>With more under way than this, one's own turn does not come within the moment.</summary>
    private static readonly int Few = Environment.ProcessorCount;

    private int _underWay;

    /// <param name="read">Must not use anything of the request: it may outlive it.</param>
    public async Task WaitAsync(Func<Task> read, CancellationToken ct)
    {
        var isCrowded = Volatile.Read(ref _underWay) >= Few;
        var reading = Task.Run(() => ReadAsync(read), CancellationToken.None);
        if (!isCrowded)
            await Task.WhenAny(reading, Task.Delay(Moment, ct));
    }

    private async Task ReadAsync(Func<Task> read)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            await read();
        }
        catch (Exception error)
        {
            log.NotReadBeside(error.GetBaseException().Message);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
