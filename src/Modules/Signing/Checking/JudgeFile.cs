using DoanKet.Modules.Signing.Trust;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>Judges a file by the roots that are trusted now; two files at a time, so that the office's own work goes on.</summary>
internal sealed class JudgeFile(ReadTrust trust, JudgeQueue queue)
{
    /// <param name="open">Called when it is this file's turn.</param>
    /// <param name="at">The moment at which certificates must count where no time-stamp proves an earlier one.</param>
    public async Task<FileFindings> HandleAsync(Func<Task<PdfSource>> open, DateTimeOffset at, CancellationToken ct)
    {
        var store = await trust.HandleAsync(ct);
        await queue.Places.WaitAsync(ct);
        try
        {
            using var source = await open();
            var options = new VerificationOptions { At = at, Trust = store };
            return FileFindings.From(await Task.Run(() => PdfVerifier.Verify(source, options), ct));
        }
        finally
        {
            queue.Places.Release();
        }
    }
}

/// <summary>How many files are judged at once.</summary>
internal sealed class JudgeQueue : IDisposable
{
    public SemaphoreSlim Places { get; } = new(2);

    public void Dispose() => Places.Dispose();
}
