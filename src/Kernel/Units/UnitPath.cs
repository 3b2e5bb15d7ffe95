namespace DoanKet.Kernel.Units;

/// <summary>
/// The place of a unit in the tree as text: one fixed segment of five letters for each ancestor and for the unit itself,
/// e.g. <c>00001.0000g.</c> A subtree is then one half-open range of an ordinary index on both databases.
/// </summary>
public static class UnitPath
{
    /// <summary>Letters of one segment with its point.</summary>
    private const int Level = 6;

    private const string Digits = "0123456789abcdefghijklmnopqrstuv";

    /// <summary>Base 32, five letters: room for 33 million units. Also the unit's token in the search index.</summary>
    public static string Segment(int ordinal)
    {
        Span<char> letters = stackalloc char[5];
        for (var i = 4; i >= 0; i--, ordinal >>= 5)
            letters[i] = Digits[ordinal & 31];
        return new string(letters);
    }

    public static string Under(string? parentPath, int ordinal) => parentPath + Segment(ordinal) + ".";

    /// <summary>The first path that sorts after the whole subtree of <paramref name="path"/>: '/' follows '.'.</summary>
    public static string EndOf(string path) => path[..^1] + "/";

    public static bool IsWithin(string path, string ancestor) => path.StartsWith(ancestor, StringComparison.Ordinal);

    /// <summary>Number of levels; 1 is the top.</summary>
    public static int Depth(string path) => path.Length / Level;

    /// <summary>The segments of all ancestors and of the unit itself, from the top.</summary>
    public static IReadOnlyList<string> Segments(string path) => path.Split('.', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The paths of all ancestors, the uppermost first, and the path itself.</summary>
    public static IReadOnlyList<string> SelfAndAncestors(string path) =>
        [.. Enumerable.Range(1, Depth(path)).Select(level => path[..(level * Level)])];

    /// <summary>The path of the lowest unit that all stand under or are; empty when they have none in common.</summary>
    public static string CommonOf(IEnumerable<string> paths) => paths.Aggregate(CommonOf);

    private static string CommonOf(string one, string other)
    {
        var same = 0;
        while (same < Math.Min(one.Length, other.Length) && one[same] == other[same])
            same++;
        return one[..(same / Level * Level)];
    }
}
