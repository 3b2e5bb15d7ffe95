using DoanKet.Modules.Signing.Trust;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>Judges a file by the roots that are trusted now.</summary>
internal sealed class JudgeFile(ReadTrust trust)
{
    /// <param name="at">The moment at which certificates must count where no time-stamp proves an earlier one.</param>
    public async Task<FileFindings> HandleAsync(PdfSource source, DateTimeOffset at, CancellationToken ct)
    {
        var options = new VerificationOptions { At = at, Trust = await trust.HandleAsync(ct) };
        return FileFindings.From(await Task.Run(() => PdfVerifier.Verify(source, options), ct));
    }
}
