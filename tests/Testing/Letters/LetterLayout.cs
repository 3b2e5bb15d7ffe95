namespace DoanKet.Testing.Letters;

/// <summary>How a letter lies on paper. Offices keep to the decree's order of things, and to nothing else.</summary>
/// <param name="HeldOut">Never looked at while the reader was being written: its letters are the examination.</param>
public sealed record LetterLayout(string Name, bool HeldOut = false)
{
    /// <summary>Part of the width that the left column of the header has, in hundredths.</summary>
    public int LeftShare { get; init; } = 42;

    /// <summary>Points of the header's letters; wide ones wrap the national title over two lines.</summary>
    public double HeaderSize { get; init; } = 12;

    public double BodySize { get; init; } = 14;

    /// <summary>Quốc hiệu in the middle above everything, then the body's name, then number and day on one line.</summary>
    public bool Stacked { get; init; }

    /// <summary>Number and day are a row of their own, so they stand on one line.</summary>
    public bool NumberRow { get; init; } = true;

    /// <summary>Short lines are drawn as a row of underscores, otherwise with a border.</summary>
    public bool TypedRules { get; init; }

    /// <summary>No line and no room between the subject and the text below it.</summary>
    public bool NoRuleUnderTitle { get; init; }

    /// <summary>The subject stands on the line of the kind: BÁO CÁO KẾT QUẢ ….</summary>
    public bool CapitalSubject { get; init; }

    /// <summary>Nơi nhận stands below the signature, not beside it.</summary>
    public bool SignatureAbove { get; init; }

    /// <summary>The name and what stands above it are set apart by "(Đã ký)".</summary>
    public bool SaysSigned { get; init; }

    /// <summary>A table of figures stands in the text.</summary>
    public bool Table { get; init; }

    /// <summary>The text runs in two columns.</summary>
    public bool TwoColumns { get; init; }

    /// <summary>The text goes on for three pages.</summary>
    public bool ThreePages { get; init; }

    /// <summary>"Kính gửi:" stands alone, its list indented under it.</summary>
    public bool AddresseesBelow { get; init; } = true;

    /// <summary>The subject is broken where its writer liked it, into lines of equal length.</summary>
    public bool BrokenSubject { get; init; }

    /// <summary>The signer's name is printed in capitals.</summary>
    public bool CapitalName { get; init; }

    /// <summary>A decision says in capitals who decides, between the subject and "Căn cứ".</summary>
    public bool SaysWhoDecides { get; init; }

    /// <summary>Where the text is written for fonts of the years before Unicode, how.</summary>
    public Func<string, string> Encode { get; init; } = text => text;

    /// <summary>The font of a line.</summary>
    public Func<LetterLine, string> Font { get; init; } = _ => "Liberation Serif";

    /// <summary>Word files only: a browser takes the soft hyphen for a place to break words.</summary>
    public bool WordOnly { get; init; }

    public static IReadOnlyList<LetterLayout> All { get; } =
    [
        new("decree"),
        new("narrow-left") { LeftShare = 34, HeaderSize = 13 },
        new("wide-letters") { LeftShare = 50, HeaderSize = 14 },
        new("one-cell") { NumberRow = false, TypedRules = true },
        new("no-rule") { NoRuleUnderTitle = true, SaysSigned = true },
        new("capital-subject")
        {
            CapitalSubject = true,
            HeaderSize = 13,
            LeftShare = 45,
        },
        new("stacked") { Stacked = true, TypedRules = true },
        new("signature-above") { SignatureAbove = true },
        new("table") { Table = true, AddresseesBelow = false },
        new("two-columns") { TwoColumns = true, BodySize = 12 },
        new("long") { ThreePages = true },
        new("broken-subject")
        {
            BrokenSubject = true,
            HeaderSize = 13,
            SaysWhoDecides = true,
        },
        new("capital-name")
        {
            CapitalName = true,
            NumberRow = false,
            SaysWhoDecides = true,
        },
        new("vni") { Encode = OldFonts.ToVni },
        new("tcvn3")
        {
            Encode = OldFonts.ToTcvn3,
            Font = line => line.Text.Any(char.IsLower) ? ".VnTime" : ".VnTimeH",
            WordOnly = true,
        },
        new("school", HeldOut: true)
        {
            Stacked = true,
            NoRuleUnderTitle = true,
            SaysSigned = true,
            BodySize = 13,
            SaysWhoDecides = true,
        },
        new("enterprise", HeldOut: true)
        {
            LeftShare = 48,
            HeaderSize = 13.5,
            NumberRow = false,
            Table = true,
            SignatureAbove = true,
            CapitalName = true,
            BrokenSubject = true,
        },
        new("narrow-right", HeldOut: true)
        {
            LeftShare = 56,
            HeaderSize = 13,
            NoRuleUnderTitle = true,
            AddresseesBelow = false,
        },
        new("long-capital", HeldOut: true)
        {
            ThreePages = true,
            CapitalSubject = true,
            TypedRules = true,
            LeftShare = 38,
        },
        new("vni-office", HeldOut: true)
        {
            Encode = OldFonts.ToVni,
            HeaderSize = 13,
            LeftShare = 47,
            NoRuleUnderTitle = true,
        },
        new("columns-signed", HeldOut: true)
        {
            TwoColumns = true,
            SaysSigned = true,
            NumberRow = false,
            BodySize = 12.5,
        },
    ];
}
