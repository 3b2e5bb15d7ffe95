using DoanKet.DocumentReading;
using DoanKet.Pades;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Signing.Places;

/// <summary>
/// Where the picture of a signature belongs: in the middle between the signer's position and name (Nghị định 30/2020/NĐ-CP, phụ lục I,
/// phần II, mục 7), as far as the file's own text tells.
/// </summary>
internal static class PicturePlace
{
    // Points (1/72 inch).
    private const double Widest = 160,
        Highest = 70,
        Lowest = 24;

    /// <param name="ratio">Width to height of the picture.</param>
    /// <returns>Null where the name does not stand on the document, or there is no room.</returns>
    public static (int Page, PageRectangle Place)? Find(PaperText text, PdfSource source, string signerName, double ratio)
    {
        if (NameOf(text, signerName) is not { } below || PdfPages.SizeOf(source, below.Page) is not { } page)
            return null;
        var above = text.Official.SignerPosition is { } position ? text.PlaceOf(position) : null;
        var upper = above is not null && above.Page == below.Page && above.Y < below.Y ? above.Y + above.Height : below.Y - Highest;
        var height = Math.Min(below.Y - upper, Highest);
        if (height < Lowest)
            return null;
        var width = height * ratio;
        if (width > Widest)
            (width, height) = (Widest, Widest / ratio);
        var left = Math.Clamp(below.X + below.Width / 2 - width / 2, 0, Math.Max(0, page.Width - width));
        var top = upper + (below.Y - upper - height) / 2;
        var bottom = page.Height - top - height;
        return bottom < 0 || width > page.Width ? null : (below.Page, new(left, bottom, width, height));
    }

    /// <summary>Where the format of the decree has the name, or where it stands last.</summary>
    private static TextPlace? NameOf(PaperText text, string name)
    {
        if (text.Official.SignerName is { } found && Fold.Text(found.Value) == Fold.Text(name))
            return text.PlaceOf(found);
        var last = text.Text.LastIndexOf(name, StringComparison.OrdinalIgnoreCase);
        return last < 0 ? null : text.PlaceOf(last, name.Length);
    }
}
