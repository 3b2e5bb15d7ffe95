using System.Text.RegularExpressions;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>A unit that can be meant.</summary>
internal sealed record NamedUnit(Guid Id, string Code, string Name);

/// <summary>
/// Finds the units that pasted lines mean, as people write them: "1. CS0500", "CS0502 - tên", two columns of Excel, without tone marks,
/// "LĐLĐ TP Vinh" for "Liên đoàn Lao động thành phố Vinh". Only what is certain is found; for the rest there are the nearest names.
/// </summary>
internal sealed partial class UnitLines
{
    private const int NearestShown = 3;

    /// <summary>Share of letter pairs that two names must have in common to be offered for each other.</summary>
    private const double NearEnough = 0.6;

    // Longest first: what is part of another must come after it.
    private static readonly (string Long, string Short)[] Abbreviations =
    [
        (" lien doan lao dong ", " ldld "),
        (" cong doan co so ", " cdcs "),
        (" trung hoc pho thong ", " thpt "),
        (" trung hoc co so ", " thcs "),
        (" uy ban nhan dan ", " ubnd "),
        (" thanh pho ", " tp "),
        (" thi xa ", " tx "),
        (" cong doan ", " cd "),
    ];

    private readonly ILookup<string, NamedUnit> _byCode,
        _byName;

    private readonly Lazy<List<(NamedUnit Unit, HashSet<(char, char)> Pairs)>> _pairs;

    public UnitLines(IReadOnlyList<NamedUnit> units)
    {
        _byCode = units.ToLookup(u => Fold.Compact(u.Code));
        _byName = units.ToLookup(u => Key(u.Name));
        _pairs = new(() => [.. units.SelectMany(u => new[] { (u, Pairs(Key(u.Name))), (u, Pairs(Fold.Compact(u.Code))) })]);
    }

    /// <returns>One unit: this is it. None: nothing says which. Several: the line fits all of them.</returns>
    public IReadOnlyList<NamedUnit> Find(string line)
    {
        var whole = Named(line);
        if (whole.Count > 0)
            return whole;
        var rest = Ordinal().Replace(line, "").Trim();
        var parts = Separator().Split(rest).Append(rest).Select(part => part.Trim()).Where(part => !Number().IsMatch(part)).ToHashSet();
        // "LĐLĐ huyện X" begins with the code of the federation: within a line only what has a digit is taken for a code.
        var coded = parts.Append(rest.Split(' ', 2)[0]).Where(HasDigit).SelectMany(part => _byCode[Fold.Compact(part)]).Distinct().ToList();
        if (coded.Count == 0)
            // A name with something else beside it may be another one's: "CĐCS Trường A, huyện B".
            return parts.Count == 1 ? Named(parts.Single()) : [];
        var named = parts.SelectMany(part => _byName[Key(part)]).Distinct().ToList();
        return named.Count == 0 || named.Intersect(coded).Any() ? coded : [.. coded.Union(named)];
    }

    /// <summary>What the person may have meant, the likeliest first.</summary>
    public IReadOnlyList<NamedUnit> Nearest(string line)
    {
        var pairs = Pairs(Key(Ordinal().Replace(line, "")));
        return
        [
            .. _pairs
                .Value.Select(known => (known.Unit, Share: Share(pairs, known.Pairs)))
                .Where(near => near.Share >= NearEnough)
                .GroupBy(near => near.Unit, near => near.Share)
                .OrderByDescending(near => near.Max())
                .ThenBy(near => near.Key.Code, StringComparer.Ordinal)
                .Take(NearestShown)
                .Select(near => near.Key),
        ];
    }

    private List<NamedUnit> Named(string text) =>
        _byCode[Fold.Compact(text)].ToList() is { Count: > 0 } coded ? coded : [.. _byName[Key(text)]];

    private static bool HasDigit(string part) => part.Any(char.IsAsciiDigit);

    private static string Key(string name)
    {
        var folded = $" {Fold.Text(name)} ";
        foreach (var (full, brief) in Abbreviations)
            folded = folded.Replace(full, brief, StringComparison.Ordinal);
        return Fold.Compact(folded);
    }

    private static HashSet<(char, char)> Pairs(string key) => [.. key.Zip(key.Skip(1))];

    private static double Share(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    /// <summary>"1." "12)" "3/" "4 -", or a first column with a number.</summary>
    [GeneratedRegex(@"^\s*\(?\d{1,4}(\s*[.)/:]\s*|\s+[-–]\s+|\t)")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^\d*$")]
    private static partial Regex Number();

    [GeneratedRegex(@"\t|\s+[-–—|]\s+|[:,()|]")]
    private static partial Regex Separator();
}
