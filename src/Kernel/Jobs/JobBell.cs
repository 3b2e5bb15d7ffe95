namespace DoanKet.Kernel.Jobs;

/// <summary>Tells all workers that there may be something to do now.</summary>
public sealed class JobBell
{
    private TaskCompletionSource _ring = New();

    /// <summary>Completed by the next ring. Taken before looking for jobs, so that no ring in between is missed.</summary>
    internal Task Next => Volatile.Read(ref _ring).Task;

    public void Ring() => Interlocked.Exchange(ref _ring, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
