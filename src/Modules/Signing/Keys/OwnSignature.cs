using DoanKet.Modules.Signing.Places;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>A person's signature under a letter, however the key was reached.</summary>
internal static class OwnSignature
{
    /// <summary>The picture between position and name; the first signature lays out the fields for number and day, which are given
    /// afterwards.</summary>
    /// <param name="moved">Where its owner wants the picture; null where the paper tells.</param>
    public static SigningOptions Draw(
        PaperText text,
        PdfSource file,
        SigningOptions plain,
        SigningKey key,
        string signerName,
        (int Page, PageRectangle Place)? moved
    )
    {
        var picture = key.Picture is { } png ? SignatureImage.FromPng(png) : null;
        var place = picture is null ? null : moved ?? PicturePlace.Find(text, file, signerName, (double)picture.Width / picture.Height);
        return plain with
        {
            Look = place is { } found ? new(found.Page, found.Place, picture) : null,
            NewTextFields = PdfPages.IsSigned(file) ? [] : NumberPlaces.Find(text, file),
        };
    }
}
