using DoanKet.DocumentReading;
using DoanKet.Kernel.Files;
using DoanKet.OfficialFormat;
using DoanKet.Pades;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>
/// Finds where the picture of a signature belongs: in the middle between the signer's position and name (Nghị định 30/2020/NĐ-CP, phụ lục
/// I, phần II, mục 7), as far as the file's own text tells.
/// </summary>
internal sealed class FindPlace(IFileReader reader)
{
    // Points (1/72 inch).
    private const double Widest = 160,
        Highest = 70,
        Lowest = 24;

    /// <returns>Null where the name does not stand on the document, or there is no room.</returns>
    public async Task<SignatureLook?> HandleAsync(string path, string signerName, SignatureImage picture, CancellationToken ct)
    {
        var text = await reader.ReadAsync(path, ct);
        var read = OfficialReader.Read(text.Heading, text.Text);
        if (NameOf(text, read, signerName) is not { } below)
            return null;
        using var source = PdfSource.FromFile(path);
        if (PdfPages.SizeOf(source, below.Page) is not { } page)
            return null;
        var above = read.SignerPosition is { } position ? PlaceOf(text, position) : null;
        var upper = above is not null && above.Page == below.Page && above.Y < below.Y ? above.Y + above.Height : below.Y - Highest;
        var height = Math.Min(below.Y - upper, Highest);
        if (height < Lowest)
            return null;
        var width = height * picture.Width / picture.Height;
        if (width > Widest)
            (width, height) = (Widest, Widest * picture.Height / picture.Width);
        var left = Math.Clamp(below.X + below.Width / 2 - width / 2, 0, Math.Max(0, page.Width - width));
        var top = upper + (below.Y - upper - height) / 2;
        var bottom = page.Height - top - height;
        return bottom < 0 || width > page.Width ? null : new(below.Page, new(left, bottom, width, height), picture);
    }

    /// <summary>Where the format of the decree has the name, or where it stands last.</summary>
    private static TextPlace? NameOf(ReadResult text, OfficialReading read, string name)
    {
        if (read.SignerName is { } found && Fold.Text(found.Value) == Fold.Text(name))
            return PlaceOf(text, found);
        var last = text.Heading.LastIndexOf(name, StringComparison.OrdinalIgnoreCase);
        return last < 0 ? null : text.PlaceOf(last, name.Length);
    }

    private static TextPlace? PlaceOf(ReadResult text, Reading<string> reading)
    {
        TextPlace? whole = null;
        foreach (var span in reading.Spans)
        {
            if (text.PlaceOf(span.Offset, span.Length) is { } part && (whole is null || whole.Page == part.Page))
                whole = whole?.Around(part) ?? part;
        }
        return whole;
    }
}
