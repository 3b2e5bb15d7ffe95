using System.Collections.Frozen;
using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat;

/// <summary>Where a kind of document comes from.</summary>
public enum KindGroup
{
    /// <summary>One of the 29 administrative kinds of Nghị định 30/2020/NĐ-CP, điều 7.</summary>
    Administrative,

    /// <summary>A copy: sao y, trích sao, sao lục (điều 25).</summary>
    Copy,

    /// <summary>A law or a text under it, received from the State.</summary>
    Law,

    /// <summary>A kind only the Party issues.</summary>
    Party,
}

/// <summary>A kind (tên loại) of official document.</summary>
/// <param name="Code">What is stored: the official abbreviation where there is one.</param>
/// <param name="Name">The Vietnamese name.</param>
/// <param name="Abbreviation">What stands in the notation (phụ lục III); null where the decree gives none.</param>
/// <param name="Article">The text and article that names the kind.</param>
public sealed record DocumentKind(string Code, string Name, string? Abbreviation, KindGroup Group, string Article)
{
    /// <summary>Code of công văn, the one common kind without an abbreviation of its own.</summary>
    public const string OfficialLetter = "CV";

    private static readonly FrozenDictionary<string, DocumentKind> ByCode = KindCatalogue.All.ToFrozenDictionary(k =>
        Fold.Compact(k.Code) + IsD(k.Code)
    );
    private static readonly FrozenDictionary<string, DocumentKind> ByName = KindCatalogue.All.ToFrozenDictionary(k => Fold.Text(k.Name));

    /// <summary>All kinds: first the 29 in the decree's order.</summary>
    public static IReadOnlyList<DocumentKind> All => KindCatalogue.All;

    /// <summary>The 29 kinds an organisation issues itself, in the decree's order.</summary>
    public static IReadOnlyList<DocumentKind> Administrative { get; } =
    [.. KindCatalogue.All.Where(k => k.Group == KindGroup.Administrative)];

    /// <summary>The kind with the code, in any case and with any Đ; null when unknown.</summary>
    public static DocumentKind? Find(string? code) => ByCode.GetValueOrDefault(Fold.Compact(code) + IsD(code));

    /// <summary>The kind with the name, in any case ("BÁO CÁO"); null when unknown.</summary>
    public static DocumentKind? FindByName(string? name) => ByName.GetValueOrDefault(Fold.Text(name));

    /// <summary>DA (dự án) and ĐA (đề án), HD and HĐ differ in the one letter that folding drops.</summary>
    private static string IsD(string? code) => Normalise.Nfc(code ?? "").Contains('đ', StringComparison.OrdinalIgnoreCase) ? "đ" : "";
}
