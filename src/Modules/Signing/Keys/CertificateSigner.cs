using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Signing.Checking;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>
/// Signs the approved PDF with the person's own certificate (NĐ 23/2025/NĐ-CP). What was made is verified before anybody gets it, and each
/// use of the key stands in the log.
/// </summary>
internal sealed class CertificateSigner(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    OpenKey openKey,
    FindPlace findPlace,
    JudgeFile judge,
    IBlobStore blobs,
    FileVault vault,
    ReadFile read,
    DataFolder data,
    IEnumerable<ITimeStampSource> timeStamps,
    TimeProvider time,
    ILogger<CertificateSigner> log
) : IDocumentSigner
{
    /// <summary>What was made: why it is not to be used, or at which level it stands.</summary>
    private readonly record struct Made(string? Problem, bool LacksTimeStamp);

    public string Method => "certificate";

    public string Name => "Ký số bằng chứng thư của tôi";

    public bool NeedsScan => false;

    public bool SignsDraft => true;

    public Task<bool> IsReadyAsync(CancellationToken ct)
    {
        var (own, now) = (user.Required.AccountId, time.UtcDateTime());
        return db.SigningKeys.AnyAsync(k => k.AccountId == own && k.EndedAt == null && k.Until > now, ct);
    }

    public async Task<Result<SigningOutcome>> SignAsync(SigningRequest request, SigningConfirmation confirmation, CancellationToken ct)
    {
        if (confirmation.SignerId != request.SignerId || request.SignerId != user.Required.AccountId)
            return Result<SigningOutcome>.Refuse("Chỉ người có thẩm quyền ký được nêu trong dự thảo mới ký được.");
        var opened = await openKey.HandleAsync(confirmation.Secret, ct);
        if (!opened.Ok)
            return Result<SigningOutcome>.Fail(opened.Problems);
        var (row, key) = opened.Value;
        using var _ = key;
        var path = Path.Combine(data.Temporary, Ids.New().ToString("N"));
        try
        {
            var made = await WriteAsync(request, row, key, path, ct);
            if (made.Problem is not null)
                return Result<SigningOutcome>.Fail(made.Problem);
            await using var signed = File.OpenRead(path);
            var kept = await vault.SaveAsync(signed, ct);
            if (!kept.Ok)
                return Result<SigningOutcome>.Fail(kept.Problems);
            await read.HandleAsync(kept.Value.Sha256, ct);
            await NoteUseAsync(row, request, kept.Value.Sha256, ct);
            var name = Path.GetFileNameWithoutExtension(request.DraftFileName) + "-da-ky.pdf";
            var how = $"Ký số, chứng thư {row.Name}{(made.LacksTimeStamp ? ", máy chủ dấu thời gian không trả lời" : "")}";
            return new SigningOutcome(kept.Value.Sha256, name, how, time.UtcDateTime());
        }
        catch (Exception e) when (e is PdfFormatException or PdfRefusedException)
        {
            return Result<SigningOutcome>.Fail(Refusal.Explain(e)!);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<Made> WriteAsync(SigningRequest request, SigningKey row, Pkcs12Key key, string path, CancellationToken ct)
    {
        using var draft = await blobs.LocalAsync(request.DraftSha256, ct);
        var look = row.Picture is { } picture
            ? await findPlace.HandleAsync(draft.Path, request.SignerName, SignatureImage.FromPng(picture), ct)
            : null;
        var now = time.GetUtcNow();
        SigningResult result;
        using (var input = PdfSource.FromFile(draft.Path))
        await using (var output = File.Create(path))
        {
            var options = new SigningOptions
            {
                Time = now.ToOffset(VietnamTime.Zone.GetUtcOffset(now)),
                SignerName = row.Name,
                Look = look,
                TimeStamps = timeStamps.FirstOrDefault(),
                Level = timeStamps.Any() ? PadesLevel.T : PadesLevel.B,
            };
            result = await new PdfSigner(key).SignAsync(input, output, options, ct);
        }
        foreach (var warning in result.Warnings)
            log.LogWarning("Signed at level {Level}: {Warning}", result.Level, warning);
        using var signed = PdfSource.FromFile(path);
        var findings = await judge.HandleAsync(signed, now, ct);
        var made = findings.Signatures.FirstOrDefault(signature => signature.Field == result.FieldName);
        var isRight = made is { Crypto: CryptoVerdict.Valid, Coverage: Coverage.Whole } && findings.Overall != OverallVerdict.Invalid;
        return isRight
            ? new(null, timeStamps.Any() && result.Level == PadesLevel.B)
            : new("Ký xong kiểm tra lại không đạt nên tệp không được dùng; hãy nộp lại tệp PDF rồi ký.", false);
    }

    private Task<Result> NoteUseAsync(SigningKey row, SigningRequest request, string sha256, CancellationToken ct) =>
        work.RunAsync(
            () =>
            {
                audit.Record("signing.key-used", row.Id, $"Ký bằng chứng thư {row.Name}: {request.DraftFileName}, tệp {sha256}");
                return Task.FromResult(Result.Success);
            },
            ct
        );
}
