using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Cms;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Judges a time-stamp over the whole file (ISO 32000-2, 12.8.5).</summary>
internal sealed class TimeStampJudge(PdfFile file, RevisionHistory history, Evidence evidence, VerificationOptions options)
{
    /// <param name="proved">Later ones already judged; gets this one where it is right.</param>
    public SignatureReport Judge(SignedRevision revision, List<ProvedTime> proved)
    {
        var aftermath = history.After(revision);
        var report = new SignatureReport
        {
            Field = revision.Field.Name,
            IsTimeStamp = true,
            Coverage = revision.CoverageIn(file),
            Changes = aftermath.Class,
            Crypto = CryptoVerdict.Invalid,
            RevisionLength = revision.Range?.End ?? 0,
        };
        if (revision.Range is not { } range || file.Resolve(revision.Signature["Contents"]) is not PdfString contents)
            return report with { Notes = [revision.Problem ?? "The time-stamp has no value.", .. aftermath.Notes] };
        var token = TimeStampToken.Check(contents.Bytes, hash => range.Hash(file.Source, hash), out var problem);
        if (token is null)
            return report with { Notes = [problem!, .. aftermath.Notes] };
        var at = proved.Where(later => later.Length > range.End).Select(later => later.Time).Append(options.At).Min();
        var path = CertificatePath.Build(token.Signer, [.. token.Others, .. evidence.Certificates], options.Trust, at, Oids.TimeStamping);
        if (path.Trust is TrustVerdict.Trusted or TrustVerdict.Unknown)
            proved.Add(new(range.End, token.Time, revision.File!.Catalog.Has("DSS")));
        return report with
        {
            Crypto = CryptoVerdict.Valid,
            Signer = token.Signer.GetNameInfo(X509NameType.SimpleName, false),
            Certificate = token.Signer,
            Trust = path.Trust,
            TrustLabel = path.Label,
            Time = token.Time,
            TimeSource = TimeSource.Tsa,
            Algorithm = token.Hash.Name!,
            Notes = [.. Noted(path.Note), .. aftermath.Notes],
        };
    }

    private static string[] Noted(string? note) => note is null ? [] : [note];
}
