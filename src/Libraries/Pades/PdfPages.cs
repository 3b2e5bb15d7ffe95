using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>How large a page is as a reader shows it: cut to its crop box and turned by its rotation.</summary>
/// <param name="Width">Points (1/72 inch).</param>
/// <param name="Height">Points.</param>
public sealed record PageSize(double Width, double Height);

/// <summary>The pages of a file, for whoever looks for a place on them.</summary>
public static class PdfPages
{
    /// <param name="page">From 1 on.</param>
    /// <returns>Null where there is no such page.</returns>
    /// <exception cref="PdfFormatException">The file is broken.</exception>
    /// <exception cref="PdfRefusedException">The file is encrypted, and the password is missing or wrong.</exception>
    public static PageSize? SizeOf(PdfSource source, int page, string? password = null)
    {
        if (new PageTree(PdfFile.Open(source, password)).Pages.ElementAtOrDefault(page - 1) is not { } found)
            return null;
        var (width, height) = (found.CropBox.Width, found.CropBox.Height);
        return found.Rotation is 90 or 270 ? new(height, width) : new(width, height);
    }

    /// <summary>Whether anybody signed, seen or not.</summary>
    /// <exception cref="PdfFormatException">The file is broken.</exception>
    /// <exception cref="PdfRefusedException">The file is encrypted, and the password is missing or wrong.</exception>
    public static bool IsSigned(PdfSource source, string? password = null)
    {
        var file = PdfFile.Open(source, password);
        return new FormFields(file).Read().Any(field => field.IsSignature && file.Dictionary(field.Value) is not null);
    }

    /// <summary>The fields of the form that are seen, in their order.</summary>
    /// <exception cref="PdfFormatException">The file is broken.</exception>
    /// <exception cref="PdfRefusedException">The file is encrypted, and the password is missing or wrong.</exception>
    public static IReadOnlyList<FieldPlace> FieldsOf(PdfSource source, string? password = null)
    {
        var file = PdfFile.Open(source, password);
        return FieldPlaces.Of(file, new FormFields(file).Read());
    }
}
