using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Results;

namespace DoanKet.Modules.Signing;

/// <summary>Signed by hand on paper: the signer confirms and attaches the scan of the signed paper (Nghị định 30/2020, điều
/// 13.4).</summary>
internal sealed class PaperSigner(TimeProvider time) : IDocumentSigner
{
    public string Method => "paper";

    public string Name => "Ký trên giấy, đính kèm bản quét";

    public bool NeedsScan => true;

    public bool SignsDraft => false;

    public Task<Result<SigningOutcome>> SignAsync(SigningRequest request, SigningConfirmation confirmation, CancellationToken ct)
    {
        var check = new Check()
            .That(confirmation.SignerId == request.SignerId, "", "Chỉ người có thẩm quyền ký được nêu trong dự thảo mới xác nhận được.")
            .Filled(confirmation.ScanSha256, "Scan", "Hãy đính kèm bản quét của văn bản đã ký.");
        return Task.FromResult(
            check.Ok
                ? new SigningOutcome(confirmation.ScanSha256!, confirmation.ScanFileName ?? "ban-ky.pdf", Name, time.UtcDateTime())
                : Result<SigningOutcome>.Fail(check.Problems)
        );
    }
}
