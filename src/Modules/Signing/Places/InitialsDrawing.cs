using System.Text.RegularExpressions;
using DoanKet.DocumentReading;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Places;

/// <summary>
/// What is seen of initials (ký nháy): the person's picture, small, behind the last line of the text for the content, behind the last
/// line of the receivers for the format. Custom of the offices; the decree names no place.
/// </summary>
internal static partial class InitialsDrawing
{
    // Points (1/72 inch).
    private const double Height = 20,
        Widest = 56,
        Gap = 4,
        Margin = 20;

    /// <summary>The first signature lays out the fields for number and day, whosever it is.</summary>
    /// <param name="picture">PNG; null: nothing is seen.</param>
    public static SigningOptions Draw(PaperText text, PdfSource file, SigningOptions plain, byte[]? picture, bool isBehindText)
    {
        var image = picture is null ? null : SignatureImage.FromPng(picture);
        var place = image is null ? null : Find(text, file, isBehindText, (double)image.Width / image.Height);
        return plain with
        {
            Reason = isBehindText ? "Ký nháy: nội dung" : "Ký nháy: thể thức",
            Look = place is { } found ? new(found.Page, found.Place, image) : null,
            NewTextFields = PdfPages.IsSigned(file) ? [] : NumberPlaces.Find(text, file),
        };
    }

    /// <param name="ratio">Width to height of the picture.</param>
    /// <returns>Null where the line is not to be found, or there is no room behind it.</returns>
    public static (int Page, PageRectangle Place)? Find(PaperText text, PdfSource file, bool isBehindText, double ratio)
    {
        if (LineOf(text, isBehindText) is not { } line || PdfPages.SizeOf(file, line.Page) is not { } page)
            return null;
        var (width, height) = Height * ratio > Widest ? (Widest, Widest / ratio) : (Height * ratio, Height);
        var left = line.X + line.Width + Gap;
        var bottom = page.Height - line.Y - line.Height / 2 - height / 2;
        return left + width > page.Width - Margin || left < 0 || bottom < 0 || bottom + height > page.Height
            ? null
            : (line.Page, new(left, bottom, width, height));
    }

    private static TextPlace? LineOf(PaperText text, bool isBehindText)
    {
        var found = (isBehindText ? EndOfText() : LastReceiver()).Matches(text.Text);
        return found.Count == 0 ? null : text.PlaceOf(found[^1].Index, found[^1].Length);
    }

    /// <summary>The sign with which a text ends (phụ lục I, phần II, mục 6).</summary>
    [GeneratedRegex(@"\./\.", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndOfText();

    /// <summary>"Lưu: VT, …" up to the next column.</summary>
    [GeneratedRegex(@"Lưu:\s?\S+(?: {1,2}\S+)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastReceiver();
}
