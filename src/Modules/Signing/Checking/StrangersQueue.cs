namespace DoanKet.Modules.Signing.Checking;

/// <summary>How many files of strangers are judged at once: the office's own files never wait for them.</summary>
internal sealed class StrangersQueue : IDisposable
{
    public SemaphoreSlim Places { get; } = new(2);

    public void Dispose() => Places.Dispose();
}
