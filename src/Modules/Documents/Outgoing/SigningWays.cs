using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Who signs a draft now, and how that person can.</summary>
/// <param name="Signer">The person named in the draft, or who stands in.</param>
/// <param name="Digital">In the draft itself; null when the person has no key.</param>
/// <param name="Method">Of signing in the draft at once, by a password.</param>
/// <param name="Paper">By hand, with the scan attached.</param>
/// <param name="DraftIsPdf">Only then the draft itself can be signed.</param>
internal sealed record SigningWays(SignerRow Signer, SigningWay? Digital, string Method, IDocumentSigner Paper, bool DraftIsPdf);

/// <summary>Looks how the signed-in person can sign a draft.</summary>
internal sealed class ReadSigningWays(
    IEnumerable<IDocumentSigner> methods,
    ISigningRounds rounds,
    MakeSignature make,
    Signers signers,
    UserContext user
)
{
    public async Task<SigningWays> OfAsync(OutgoingDocument document, string? draftMediaType, CancellationToken ct) =>
        new(
            await signers.ForSigningAsync(document, user.Required, ct),
            await rounds.WayAsync(ct),
            make.InFile.Method,
            methods.First(method => method.NeedsScan),
            draftMediaType == MakeSignature.Signable
        );
}
