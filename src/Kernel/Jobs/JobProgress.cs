namespace DoanKet.Kernel.Jobs;

/// <summary>
/// How far a running job is, for whoever watches the jobs page. A handler says it as often as it likes: once a second it is written
/// down, by another connection, so that no transaction of the handler stands in the way.
/// </summary>
public sealed class JobProgress
{
    private readonly Lock _lock = new();
    private JobPosition _position;

    internal JobPosition Position
    {
        get
        {
            lock (_lock)
                return _position;
        }
    }

    /// <param name="done">Pieces done.</param>
    /// <param name="total">Pieces in all; it may grow.</param>
    public void Report(int done, int total)
    {
        lock (_lock)
            _position = new(done, total);
    }
}

/// <summary>So many of so many; 0 of 0 when nothing was said.</summary>
internal readonly record struct JobPosition(int Done, int Total);
