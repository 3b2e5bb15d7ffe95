using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Results;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>
/// Signs the approved PDF with the person's own certificate (NĐ 23/2025/NĐ-CP). The first signature lays out the fields for number and day,
/// which are given afterwards.
/// </summary>
internal sealed class CertificateSigner(UserContext user, OpenKey openKey, SignFile sign, PicturePlaces places, TimeProvider time)
    : IDocumentSigner
{
    public string Method => "certificate";

    public string Name => "Ký số bằng chứng thư của tôi";

    public bool NeedsScan => false;

    public bool SignsDraft => true;

    private KeyHolder Own => KeyHolder.Person(user.Required.AccountId);

    public async Task<Result<SigningOutcome>> SignAsync(SigningRequest request, SigningConfirmation confirmation, CancellationToken ct)
    {
        if (confirmation.SignerId != request.SignerId || request.SignerId != user.Required.AccountId)
            return Result<SigningOutcome>.Refuse("Chỉ người có thẩm quyền ký được nêu trong dự thảo mới ký được.");
        var opened = await openKey.HandleAsync(Own, confirmation.Secret, ct);
        if (!opened.Ok)
            return Result<SigningOutcome>.Fail(opened.Problems);
        using var key = opened.Value.Key;
        var row = opened.Value.Row;
        var moved = await places.OfAsync(request.SignerId, request.DraftSha256, ct);
        var made = await sign.HandleAsync(
            opened.Value,
            request.DraftSha256,
            request.DraftFileName,
            (text, file, plain) => Task.FromResult(Result.Of(OwnSignature.Draw(text, file, plain, row, request.SignerName, moved))),
            ct
        );
        return made.Ok
            ? SignatureRecord.Of(RoundAct.Sign, made.Value, row, request.DraftFileName, time.UtcDateTime())
            : Result<SigningOutcome>.Fail(made.Problems);
    }
}
