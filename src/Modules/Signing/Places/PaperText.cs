using DoanKet.DocumentReading;
using DoanKet.Kernel.Files;
using DoanKet.OfficialFormat;
using DoanKet.Pades;
using DoanKet.PaperForms;

namespace DoanKet.Modules.Signing.Places;

/// <summary>The words of a paper with where they stand, to find room beside them.</summary>
internal sealed class PaperText
{
    /// <summary>The height of a line in sizes of its letters, as the places have it.</summary>
    private const double LineHeight = 1.2;

    private static readonly Lazy<SignatureFont> Face = new(() => SignatureFont.FromTrueType(LetterFont.Read()));

    private readonly ReadResult _read;

    private PaperText(ReadResult read) => (_read, Official) = (read, OfficialReader.Read(read.Heading, read.Text));

    /// <summary>Times New Roman or its stand-in, as phụ lục I of the decree asks.</summary>
    public static SignatureFont Font => Face.Value;

    public OfficialReading Official { get; }

    public string Text => _read.Heading;

    public static async Task<PaperText> ReadAsync(IFileReader reader, string path, CancellationToken ct) =>
        new(await reader.ReadAsync(path, ct));

    public TextPlace? PlaceOf(int offset, int length) => _read.PlaceOf(offset, length);

    public TextPlace? PlaceOf(Reading<string> reading)
    {
        TextPlace? whole = null;
        foreach (var span in reading.Spans)
        {
            if (PlaceOf(span.Offset, span.Length) is { } part && (whole is null || whole.Page == part.Page))
                whole = whole?.Around(part) ?? part;
        }
        return whole;
    }

    /// <summary>
    /// What is free on the line between two places of the text. Words that stand close are known only together: within them the sides are
    /// reckoned as the letters of the face are wide.
    /// </summary>
    /// <param name="left">The last letter before the blank.</param>
    /// <param name="right">The first letter behind it.</param>
    /// <returns>Null where the two do not stand on one line.</returns>
    public TextPlace? Between(int left, int right)
    {
        var (before, after) = (Segment(left), Segment(right));
        if (before is null || after is null || before.Page != after.Page || Math.Abs(before.Y - after.Y) > before.Height / 2)
            return null;
        var (from, to) = (XOf(before, left + 1), XOf(after, right));
        return before with { X = from, Width = to - from };
    }

    /// <summary>In points.</summary>
    public static double SizeOf(TextPlace place) => place.Height / LineHeight;

    private TextPlace? Segment(int offset) =>
        _read.Places.FirstOrDefault(place => place.Offset <= offset && offset < place.Offset + place.Length);

    private double XOf(TextPlace segment, int offset)
    {
        var text = Text.Substring(segment.Offset, segment.Length);
        return segment.X + segment.Width * Share(text, offset - segment.Offset);
    }

    private static double Share(string text, int letters)
    {
        try
        {
            return Font.WidthOf(text[..letters], 1) / Font.WidthOf(text, 1);
        }
        catch (PdfRefusedException)
        {
            // A letter that the face does not have.
            return (double)letters / text.Length;
        }
    }
}
