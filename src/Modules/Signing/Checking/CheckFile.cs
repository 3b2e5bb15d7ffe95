using DoanKet.Modules.Signing.Trust;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>Judges a file that somebody brings. Nothing of it is kept; two at a time, so that the office's own work goes on.</summary>
internal sealed class CheckFile(ReadTrust trust, CheckQueue queue, TimeProvider time)
{
    /// <summary>Bytes; an official letter with its scans has some megabytes.</summary>
    public const int MostBytes = 30 * 1024 * 1024;

    public async Task<VerificationReport> HandleAsync(Stream file, CancellationToken ct)
    {
        var store = await trust.HandleAsync(ct);
        await queue.Places.WaitAsync(ct);
        try
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, ct);
            using var source = PdfSource.FromBytes(bytes.ToArray());
            var options = new VerificationOptions { At = time.GetUtcNow(), Trust = store };
            return await Task.Run(() => PdfVerifier.Verify(source, options), ct);
        }
        finally
        {
            queue.Places.Release();
        }
    }
}

/// <summary>How many files are judged at once.</summary>
internal sealed class CheckQueue : IDisposable
{
    public SemaphoreSlim Places { get; } = new(2);

    public void Dispose() => Places.Dispose();
}
