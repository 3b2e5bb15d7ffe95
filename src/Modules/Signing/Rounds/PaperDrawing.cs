using DoanKet.Contracts.Signing;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Places;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>What is seen of a signature on its paper, by what it is made for.</summary>
internal static class PaperDrawing
{
    /// <param name="moved">Where its owner wants the picture of the own signature; null where the paper tells.</param>
    /// <exception cref="PdfRefusedException">The seal's picture was taken away meanwhile.</exception>
    public static SigningOptions Draw(
        PaperOfRound paper,
        SigningKey key,
        PaperText text,
        PdfSource file,
        SigningOptions plain,
        (int Page, PageRectangle Place)? moved = null
    ) =>
        paper.Act switch
        {
            RoundAct.Seal when key is { Picture: { } png, SealWidth: { } width } => new SealDrawing(text, file).With(
                plain,
                new(paper.NumberText!, paper.NumberDay!.Value),
                paper.SignerName,
                SignatureImage.FromPng(png),
                width
            ),
            RoundAct.Seal => throw new PdfRefusedException(PdfRefusal.Place, "The seal has no picture."),
            RoundAct.Copy => plain with { Look = CornerText.Draw(file, [paper.CopyForm!, paper.CopyUnit!], plain.Time) },
            RoundAct.Annex => plain with { Look = CornerText.Draw(file, [paper.NumberText!], plain.Time) },
            RoundAct.ContentInitials or RoundAct.FormatInitials => InitialsDrawing.Draw(
                text,
                file,
                plain,
                key.Picture,
                isBehindText: paper.Act == RoundAct.ContentInitials
            ),
            _ => OwnSignature.Draw(text, file, plain, key, paper.SignerName, moved),
        };
}
