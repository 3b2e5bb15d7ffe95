using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Cms;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Judges one signature.</summary>
/// <param name="proved">Time-stamps over the whole file that are right.</param>
internal sealed class SignatureJudge(
    PdfFile file,
    RevisionHistory history,
    Evidence evidence,
    VerificationOptions options,
    IReadOnlyList<ProvedTime> proved
)
{
    private const string Pades = "ETSI.CAdES.detached";

    public SignatureReport Judge(SignedRevision revision)
    {
        var aftermath = history.After(revision);
        var signature = revision.Signature;
        var claimed = PdfText.ReadDate(file.Resolve(signature["M"]));
        var report = new SignatureReport
        {
            Field = revision.Field.Name,
            Coverage = revision.CoverageIn(file),
            Changes = aftermath.Class,
            Crypto = CryptoVerdict.Invalid,
            Reason = file.Resolve(signature["Reason"]) is PdfString reason ? PdfText.Decode(reason) : null,
            Time = claimed,
            TimeSource = claimed is null ? TimeSource.None : TimeSource.Claimed,
            RevisionLength = revision.Range?.End ?? 0,
        };
        if (revision.Range is not { } range || file.Resolve(signature["Contents"]) is not PdfString contents)
            return report with { Notes = [revision.Problem ?? "The signature has no value.", .. aftermath.Notes] };
        var subFilter = (file.Resolve(signature["SubFilter"]) as PdfName)?.Value;
        if (subFilter is not (Pades or "adbe.pkcs7.detached"))
            return report with
            {
                Crypto = CryptoVerdict.Unknown,
                Notes = [$"Signatures of the kind {subFilter} are not known here.", .. aftermath.Notes],
            };
        var content = SignatureContent.Check(contents.Bytes, hash => range.Hash(file.Source, hash));
        var notes = new List<string>(aftermath.Notes);
        if (content.Problem is not null)
            notes.Insert(0, content.Problem);
        report = report with { Crypto = content.Verdict, Signer = NameOf(content.Data?.Signer), Certificate = content.Data?.Signer };
        if (content.Verdict == CryptoVerdict.Valid)
            report = WithCertificate(report, revision, content, subFilter == Pades, notes);
        return report with { IsForbiddenChange = IsForbidden(revision, aftermath, notes), Notes = notes };
    }

    private SignatureReport WithCertificate(
        SignatureReport report,
        SignedRevision revision,
        SignatureContent content,
        bool isPades,
        List<string> notes
    )
    {
        var (data, signer) = (content.Data!, content.Data!.Signer!);
        var covering = proved.Where(known => known.Length >= revision.Range!.End).Select(known => (DateTimeOffset?)known.Time).Min();
        var stamp = CheckStamp(data, covering ?? options.At, notes);
        var provedAt = stamp is null || covering < stamp ? covering : stamp;
        var path = CertificatePath.Build(signer, [.. data.Certificates, .. evidence.Certificates], options.Trust, provedAt ?? options.At);
        if (path.Note is not null)
            notes.Add(path.Note);
        var isWeak = Digests.IsWeak(content.Method!.Hash) || KeyIsWeak(signer);
        if (isWeak)
            notes.Add("The hash function or the key is weaker than what is asked today.");
        var revocation = evidence.Find(path.Certificates, provedAt ?? options.At);
        var isRevoked = IsRevoked(revocation, provedAt, notes);
        var level = LevelOf(revision, isPades && content.Binding == CertificateBinding.Right, provedAt, revocation);
        if (level is null)
            notes.Add("The signature has less than the level B of PAdES.");
        return report with
        {
            Trust = isRevoked ? TrustVerdict.Revoked : path.Trust,
            TrustLabel = path.Label,
            Level = level,
            Time = provedAt ?? report.Time,
            TimeSource = provedAt is null ? report.TimeSource : TimeSource.Tsa,
            Algorithm = content.Method.Name,
            IsWeak = isWeak,
        };
    }

    /// <summary>Without proof of an earlier moment a signature may have been made yesterday, whatever its clock says.</summary>
    private static bool IsRevoked(RevocationFinding revocation, DateTimeOffset? provedAt, List<string> notes)
    {
        if (revocation.State != RevocationState.Revoked)
            return false;
        notes.Add($"A certificate was revoked at {revocation.Since:yyyy-MM-dd HH:mm:ss}Z.");
        return provedAt is null || revocation.Since <= provedAt;
    }

    private PadesLevel? LevelOf(SignedRevision revision, bool isBasic, DateTimeOffset? provedAt, RevocationFinding revocation)
    {
        if (!isBasic)
            return null;
        if (provedAt is null)
            return PadesLevel.B;
        // An answer that a certificate is revoked is an answer, too: it is known for good what it was worth.
        if (revocation.State == RevocationState.Unknown)
            return PadesLevel.T;
        var isArchived = proved.Any(stamp => stamp.CoversStore && stamp.Length > revision.Range!.End);
        return isArchived ? PadesLevel.LTA : PadesLevel.LT;
    }

    /// <summary>The time of the stamp over the signature's value, where it is right and leads to somebody who is trusted.</summary>
    /// <param name="at">When the authority's certificate must count: the earliest moment at which the stamp is known to have been
    /// there.</param>
    private DateTimeOffset? CheckStamp(SignedDataReader data, DateTimeOffset at, List<string> notes)
    {
        var attribute = data.Unsigned.FirstOrDefault(attribute => attribute.Oid == Oids.SignatureTimeStamp);
        if (attribute is not { Values: [var encoded, ..] })
            return null;
        var token = TimeStampToken.Check(encoded, hash => Digests.Hash(hash, data.Signature), out var problem);
        if (token is null)
        {
            notes.Add(problem!);
            return null;
        }
        var path = CertificatePath.Build(token.Signer, [.. token.Others, .. evidence.Certificates], options.Trust, at, Oids.TimeStamping);
        if (path.Trust is TrustVerdict.Trusted or TrustVerdict.Unknown)
            return token.Time;
        notes.Add("The time-stamp comes from an authority that is not trusted, and proves no time.");
        return null;
    }

    private bool IsForbidden(SignedRevision revision, Aftermath aftermath, List<string> notes)
    {
        var locks = Locks.Of(revision.File!, [revision.Field]);
        var allowed = locks.Allowed switch
        {
            1 => LaterChanges.Extension,
            2 => LaterChanges.Form,
            _ => LaterChanges.Annotation,
        };
        if (aftermath.Class > allowed)
            notes.Add("The signature forbids what was changed later.");
        var locked = aftermath.Fields.FirstOrDefault(field => locks.IsLocked(field));
        if (locked is not null)
            notes.Add($"The signature locks the field {locked}, which was changed later.");
        return aftermath.Class > allowed || locked is not null;
    }

    private static string NameOf(X509Certificate2? certificate) => certificate?.GetNameInfo(X509NameType.SimpleName, false) ?? "";

    /// <summary>Annex I of TT 15/2025/TT-BKHCN, in its draft: RSA from 2,048 bits, ECDSA from 256.</summary>
    private static bool KeyIsWeak(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
            return rsa.KeySize < 2048;
        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa?.KeySize < 256;
    }
}
