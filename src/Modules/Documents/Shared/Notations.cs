using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>The symbol that a document's number bears by the rules of today.</summary>
internal sealed class Notations(UnionDb db, CatalogueMemory memory, DocumentKinds kinds, TimeProvider time)
{
    /// <summary>When no rule says otherwise.</summary>
    public const string Usual = NotationRule.Kind + "-" + NotationRule.Issuer;

    /// <summary>Of a công văn, which has no abbreviation of a kind.</summary>
    public const string OfLetters = NotationRule.Issuer + "-" + NotationRule.DraftingUnit;

    /// <param name="document">With its unit and its drafting unit.</param>
    public string For(OutgoingDocument document)
    {
        var today = time.Today();
        var rule = memory
            .Rows<NotationRule>(db)
            .Where(r => r.HoldsOn(today))
            .Where(r => r.UnitCode.Length == 0 || r.UnitCode == document.Unit.Code)
            .Where(r => r.KindCode.Length == 0 || r.KindCode == document.KindCode)
            .MaxBy(r => (r.UnitCode.Length > 0 ? 2 : 0) + (r.KindCode.Length > 0 ? 1 : 0));
        return Write(
            rule?.Pattern ?? Usual,
            kinds.Abbreviation(document.KindCode),
            document.Unit.Symbol,
            document.DraftingUnitId == document.UnitId ? "" : document.DraftingUnit.Symbol
        );
    }

    /// <param name="draftingUnit">Its symbol; empty where it has none of its own.</param>
    public static string Write(string pattern, string kind, string issuer, string draftingUnit) =>
        string.Join(
            '-',
            pattern
                .Replace(NotationRule.Kind, kind, StringComparison.Ordinal)
                .Replace(NotationRule.Issuer, issuer, StringComparison.Ordinal)
                .Replace(NotationRule.DraftingUnit, draftingUnit == issuer ? "" : draftingUnit, StringComparison.Ordinal)
                .Split('-', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
}
