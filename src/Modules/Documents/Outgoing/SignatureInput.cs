using DoanKet.Contracts.Signing;
using DoanKet.Modules.Documents.Content;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What a person gives who signs a draft, as signer or beside the signer.</summary>
/// <param name="Seen">Number of the version that the page showed.</param>
/// <param name="Confirmed">The person ticked that this very version was, or is to be, signed.</param>
/// <param name="Method">See <see cref="IDocumentSigner.Method"/>; null: by hand.</param>
/// <param name="Secret">The password of the key.</param>
internal sealed record SignatureInput(
    Guid Id,
    int Seen,
    bool Confirmed,
    UploadedFile? Scan = null,
    string? Method = null,
    string? Secret = null
)
{
    /// <summary>The signature was made before, in a round; null where it is made now.</summary>
    public MadeInFile? Made { get; init; }
}

/// <summary>A signature that was made in a file.</summary>
/// <param name="Sha256">Of the file before.</param>
internal sealed record MadeInFile(string Sha256, SigningOutcome Outcome);

/// <summary>The same as a form sends it.</summary>
internal sealed class SignatureForm
{
    public bool Confirmed { get; set; }

    public string? Method { get; set; }

    public string? Secret { get; set; }

    public SignatureInput For(Guid id, int seen, UploadedFile? scan = null) => new(id, seen, Confirmed, scan, Method, Secret);
}
