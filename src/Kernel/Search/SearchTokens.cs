using DoanKet.Kernel.Units;

namespace DoanKet.Kernel.Search;

/// <summary>
/// The words that say in the index whose a text is. A unit's own texts and those of everything below it have a word each; what many units
/// have together is said once, for the unit above them all, and each of them looks there too. What such a text finds too much is
/// left out by the rows, which know their unit.
/// </summary>
internal static class SearchTokens
{
    /// <summary>With more owners than this a text names only the unit above them.</summary>
    public const int MostNamed = 20;

    /// <summary>Raised with every change of the tokens: what stands in the index is then written anew.</summary>
    public const int Format = 2;

    private const char Own = 'o',
        Below = 'b',
        Circular = 'c';

    /// <summary>All units, where they have none above them in common.</summary>
    private static readonly string Everybody = UnitPath.Segment(0);

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> Of(IEnumerable<SearchOwner> owners) =>
        owners.GroupBy(o => o.Section).SelectMany(section => Of(section.Key, [.. section.Select(o => o.UnitPath).Distinct()]));

    /// <summary>The words of which a text must have one to be found in a place.</summary>
    public static IEnumerable<string> AnyOf(SearchPlace place)
    {
        var above = UnitPath.Segments(place.UnitPath);
        return above
            .Prepend(Everybody)
            .Select(segment => Token(place.Section, Circular, segment))
            .Prepend(Token(place.Section, place.AndBelow ? Below : Own, above[^1]));
    }

    private static IEnumerable<string> Of(SearchSection section, IReadOnlyList<string> paths)
    {
        if (paths.Count <= MostNamed)
            return
            [
                .. paths.Select(path => Token(section, Own, UnitPath.Segments(path)[^1])),
                .. paths.SelectMany(UnitPath.Segments).Distinct().Select(segment => Token(section, Below, segment)),
            ];
        var common = UnitPath.Segments(UnitPath.CommonOf(paths));
        return
        [
            Token(section, Circular, common.Count > 0 ? common[^1] : Everybody),
            .. common.Select(segment => Token(section, Below, segment)),
        ];
    }

    /// <summary>"uq" never begins a Vietnamese word, so no document text can pretend to belong to a unit unless it holds the token
    /// itself, and rows are filtered by their unit again.</summary>
    private static string Token(SearchSection section, char kind, string segment) => $"uq{section.Code}{kind}{segment}";
}
