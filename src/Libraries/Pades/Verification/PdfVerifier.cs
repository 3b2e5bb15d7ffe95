using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>
/// Judges every signature of a PDF file: its cryptography, the bytes it covers, what came later, and whom its certificate leads to. Reads
/// strictly, repairs nothing, fetches nothing.
/// </summary>
public static class PdfVerifier
{
    private const int MostSignatures = 1_000;

    public static VerificationReport Verify(PdfSource source, VerificationOptions options)
    {
        try
        {
            return Judge(PdfFile.Open(source, options.Password), options);
        }
        catch (PdfFormatException broken)
        {
            return new([], [], OverallVerdict.Invalid, broken.Message);
        }
        catch (PdfRefusedException refused)
        {
            return new([], [], OverallVerdict.Indeterminate, refused.Message);
        }
    }

    /// <summary>The file as it was when it was signed.</summary>
    /// <param name="revisionLength">Of <see cref="SignatureReport"/>.</param>
    public static Task CopyRevisionAsync(PdfSource source, long revisionLength, Stream output, CancellationToken ct = default) =>
        source.First(revisionLength).CopyToAsync(output, ct);

    private static VerificationReport Judge(PdfFile file, VerificationOptions options)
    {
        var revisions = new List<SignedRevision>();
        foreach (var field in new FormFields(file).Read().Where(field => field.IsSignature))
        {
            if (file.Dictionary(field.Value) is not { } signature)
                continue;
            if (revisions.Count == MostSignatures)
                throw new PdfFormatException("The file has too many signatures");
            revisions.Add(SignedRevision.Find(file, field, signature));
        }
        if (revisions.Count == 0)
            return new([], [], OverallVerdict.NoSignature);
        var history = new RevisionHistory(file, revisions);
        var evidence = Evidence.Collect(file);
        var timeStamps = new List<SignatureReport>();
        var stamped = new List<ProvedTime>();
        foreach (var revision in revisions.Where(revision => IsTimeStamp(file, revision)).OrderByDescending(Length))
            timeStamps.Add(new TimeStampJudge(file, history, evidence, options).Judge(revision, stamped));
        var judge = new SignatureJudge(file, history, evidence, options, stamped);
        var signatures = revisions.Where(revision => !IsTimeStamp(file, revision)).OrderBy(Length).Select(judge.Judge).ToList();
        timeStamps.Reverse();
        return new(signatures, timeStamps, Overall.Of(signatures, timeStamps));
    }

    private static long Length(SignedRevision revision) => revision.Range?.End ?? long.MaxValue;

    private static bool IsTimeStamp(PdfFile file, SignedRevision revision) =>
        file.Resolve(revision.Signature["SubFilter"]) is PdfName { Value: "ETSI.RFC3161" };
}
