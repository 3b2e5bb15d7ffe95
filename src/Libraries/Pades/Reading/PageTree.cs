using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>A page with what it inherits (ISO 32000-2, 7.7.3.4).</summary>
/// <param name="CropBox">Ordered: lower left, upper right; in user space.</param>
/// <param name="Rotation">0, 90, 180 or 270, clockwise.</param>
internal sealed record Page(PdfReference Reference, PdfDictionary Dictionary, Box CropBox, int Rotation);

internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public Box Cut(Box other) =>
        new(Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top));
}

/// <summary>The pages of a file in their order.</summary>
internal sealed class PageTree(PdfFile file)
{
    private const int MostDepth = 64;
    private readonly HashSet<int> _known = [];
    private readonly List<PdfReference> _nodes = [];

    /// <summary>What a page has where nobody says how large it is: A4 would be a guess, US Letter is what readers take.</summary>
    private static readonly Box UsualBox = new(0, 0, 612, 792);

    private sealed record Inherited(PdfObject? MediaBox, PdfObject? CropBox, PdfObject? Rotate)
    {
        public Inherited With(PdfDictionary node) =>
            new(node["MediaBox"] ?? MediaBox, node["CropBox"] ?? CropBox, node["Rotate"] ?? Rotate);
    }

    public IEnumerable<Page> Pages => Walk(file.Catalog["Pages"], new(null, null, null), 0);

    /// <summary>The pages and what stands above them.</summary>
    public IReadOnlyList<PdfReference> Nodes()
    {
        foreach (var _ in Pages) { }
        return _nodes;
    }

    private IEnumerable<Page> Walk(PdfObject? node, Inherited inherited, int depth)
    {
        if (node is not PdfReference reference || file.Resolve(reference) is not PdfDictionary dictionary)
            throw new PdfFormatException("The tree of pages is broken");
        if (depth > MostDepth || !_known.Add(reference.Number))
            throw new PdfFormatException("The tree of pages runs in a circle");
        _nodes.Add(reference);
        inherited = inherited.With(dictionary);
        if (file.Array(dictionary["Kids"]) is not { } kids)
        {
            yield return Describe(reference, dictionary, inherited);
            yield break;
        }
        foreach (var kid in kids.Items)
        foreach (var page in Walk(kid, inherited, depth + 1))
            yield return page;
    }

    private Page Describe(PdfReference reference, PdfDictionary dictionary, Inherited inherited)
    {
        var media = ReadBox(inherited.MediaBox) ?? UsualBox;
        var crop = ReadBox(inherited.CropBox)?.Cut(media) ?? media;
        var turns = (file.Resolve(inherited.Rotate) as PdfNumber)?.Whole ?? 0;
        var rotation = (int)((turns % 360 + 360) % 360);
        return new(reference, dictionary, crop.Width > 0 && crop.Height > 0 ? crop : media, rotation / 90 * 90);
    }

    /// <summary>Any two opposite corners may be given (7.9.5).</summary>
    private Box? ReadBox(PdfObject? value)
    {
        if (file.Array(value) is not { Items.Count: 4 } array)
            return null;
        var numbers = array.Items.Select(item => (file.Resolve(item) as PdfNumber)?.Value).ToList();
        if (numbers.Any(number => number is null))
            return null;
        var (a, b, c, d) = (numbers[0]!.Value, numbers[1]!.Value, numbers[2]!.Value, numbers[3]!.Value);
        var box = new Box(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d));
        return box.Width > 0 && box.Height > 0 ? box : null;
    }
}
