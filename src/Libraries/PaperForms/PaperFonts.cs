using SkiaSharp;

namespace DoanKet.PaperForms;

/// <summary>
/// Times New Roman or what stands in for it (phụ lục I of the decree asks for that face), and Arial or what stands in for it, taken from
/// files, because the drawing library knows no installed fonts on Linux.
/// </summary>
internal sealed class PaperFonts
{
    /// <summary>Each letter with each tone. Some fonts of the same name lack most of them: Liberation 1 has 42 of 134.</summary>
    private const string Letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    /// <summary>
    /// What papers are written in: Latin letters with all signs, Greek and Cyrillic, punctuation, figures, currencies, arrows, mathematics,
    /// boxes and ticks, ligatures.
    /// </summary>
    private static readonly (int From, int To)[] Blocks =
    [
        (0x0020, 0x024F),
        (0x02B0, 0x04FF),
        (0x1E00, 0x1EFF),
        (0x2000, 0x27BF),
        (0xFB00, 0xFB06),
        (0xFFFC, 0xFFFD),
    ];

    private static readonly (string Regular, string Bold)[] SerifFiles =
    [
        ("C:/Windows/Fonts/times.ttf", "C:/Windows/Fonts/timesbd.ttf"),
        ("/System/Library/Fonts/Supplemental/Times New Roman.ttf", "/System/Library/Fonts/Supplemental/Times New Roman Bold.ttf"),
        ("/usr/share/fonts/truetype/msttcorefonts/times.ttf", "/usr/share/fonts/truetype/msttcorefonts/timesbd.ttf"),
        (
            "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
            "/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf"
        ),
        (
            "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
            "/usr/share/fonts/truetype/liberation/LiberationSerif-Bold.ttf"
        ),
        ("/usr/share/fonts/liberation-serif/LiberationSerif-Regular.ttf", "/usr/share/fonts/liberation-serif/LiberationSerif-Bold.ttf"),
        ("/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf", "/usr/share/fonts/truetype/croscore/Tinos-Bold.ttf"),
        ("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf", "/usr/share/fonts/truetype/noto/NotoSerif-Bold.ttf"),
        ("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf"),
    ];

    private static readonly (string Regular, string Bold)[] SansFiles =
    [
        ("C:/Windows/Fonts/arial.ttf", "C:/Windows/Fonts/arialbd.ttf"),
        ("/System/Library/Fonts/Supplemental/Arial.ttf", "/System/Library/Fonts/Supplemental/Arial Bold.ttf"),
        ("/usr/share/fonts/truetype/msttcorefonts/arial.ttf", "/usr/share/fonts/truetype/msttcorefonts/arialbd.ttf"),
        (
            "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
            "/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf"
        ),
        ("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf"),
        ("/usr/share/fonts/liberation-sans/LiberationSans-Regular.ttf", "/usr/share/fonts/liberation-sans/LiberationSans-Bold.ttf"),
        ("/usr/share/fonts/truetype/croscore/Arimo-Regular.ttf", "/usr/share/fonts/truetype/croscore/Arimo-Bold.ttf"),
        ("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"),
        ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
    ];

    private static readonly Lazy<PaperFonts> FoundSerif = new(() => Find("serif", SerifFiles)),
        FoundSans = new(() => Find("sans-serif", SansFiles));

    private readonly SKTypeface _regular,
        _bold;

    private PaperFonts(SKTypeface regular, SKTypeface bold) => (_regular, _bold) = (regular, bold);

    /// <exception cref="InvalidOperationException">No font on this machine has all Vietnamese letters.</exception>
    public static PaperFonts Installed => FoundSerif.Value;

    /// <summary>Without serifs, for small print on cards.</summary>
    /// <exception cref="InvalidOperationException">No font on this machine has all Vietnamese letters.</exception>
    public static PaperFonts Sans => FoundSans.Value;

    /// <param name="size">In points.</param>
    /// <param name="slanted">Stands for italic: the upright letters leaning.</param>
    public SKFont Of(float size, bool bold = false, bool slanted = false) =>
        new(bold ? _bold : _regular, size)
        {
            SkewX = slanted ? -.22f : 0,
            // With the usual hinting the letters stand too far apart at the sizes of a table.
            Subpixel = true,
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
        };

    /// <summary>The regular letters as a file.</summary>
    public byte[] RegularFile()
    {
        using var stream = _regular.OpenStream();
        var bytes = new byte[stream.Length];
        return stream.Read(bytes, bytes.Length) == bytes.Length ? bytes : throw new InvalidOperationException("The font cannot be read.");
    }

    private static PaperFonts Find(string kind, (string Regular, string Bold)[] files)
    {
        foreach (var (regular, bold) in files)
            if (Load(regular) is { } plain && Load(bold) is { } heavy)
                return new(plain, heavy);
        throw new InvalidOperationException(
            $"No {kind} font with all Vietnamese letters is installed. On Debian: apt-get install fonts-liberation2."
        );
    }

    private static SKTypeface? Load(string path)
    {
        if (!File.Exists(path) || SKTypeface.FromFile(path) is not { } face || !face.ContainsGlyphs(Letters + Letters.ToUpperInvariant()))
            return null;
        var glyphs = Blocks
            .SelectMany(block => Enumerable.Range(block.From, block.To - block.From + 1))
            .Select(letter => face.GetGlyph(letter));
        return SmallFont.Of(File.ReadAllBytes(path), glyphs) is { } small ? SKTypeface.FromData(SKData.CreateCopy(small)) : face;
    }
}
