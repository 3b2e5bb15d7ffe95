using DoanKet.Kernel.Files;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Places;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>Works out what the key has to sign of one paper; the key itself is not needed.</summary>
internal sealed class PreparePaper(PlainSignature plain, PicturePlaces places, IFileReader reader, IBlobStore blobs)
{
    /// <exception cref="PdfFormatException">The file is broken.</exception>
    /// <exception cref="PdfRefusedException">It may not be signed so.</exception>
    public async Task<PreparedSignature> HandleAsync(PaperOfRound paper, SigningKey key, CancellationToken ct)
    {
        using var file = await blobs.LocalAsync(paper.Sha256!, ct);
        var text = await PaperText.ReadAsync(reader, file.Path, ct);
        var moved = key.AccountId is { } owner ? await places.OfAsync(owner, paper.Sha256!, ct) : null;
        using var input = PdfSource.FromFile(file.Path);
        return PreparedSignature.Prepare(input, key.Describe(), PaperDrawing.Draw(paper, key, text, input, plain.Options(key), moved));
    }
}
