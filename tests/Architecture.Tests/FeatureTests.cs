using System.Text.RegularExpressions;

namespace DoanKet.Architecture.Tests;

/// <summary>
/// Feature folders of a module depend one way: whoever reads one needs to know those below it, never those above. What several share
/// stands in <c>Shared</c>.
/// </summary>
public sealed partial class FeatureTests
{
    public static TheoryData<string> Modules => [.. Repository.Modules];

    [Theory, MemberData(nameof(Modules))]
    public void Feature_folders_depend_on_each_other_without_circles(string module)
    {
        var folder = Path.Combine(Repository.Root, "src", "Modules", module);
        var features = Directory
            .EnumerateDirectories(folder)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name is not ("bin" or "obj"))
            .ToHashSet();
        var needs = features.ToDictionary(feature => feature, feature => Needs(module, folder, feature, features));
        Assert.Equal("", Circle(needs));
    }

    [Fact]
    public void A_circle_is_found_and_told()
    {
        Assert.Equal(
            "",
            Circle(
                new()
                {
                    ["A"] = ["B", "C"],
                    ["B"] = ["C"],
                    ["C"] = [],
                }
            )
        );
        Assert.Equal(
            "B → C → D → B",
            Circle(
                new()
                {
                    ["A"] = ["B"],
                    ["B"] = ["C"],
                    ["C"] = ["D"],
                    ["D"] = ["B"],
                }
            )
        );
    }

    /// <summary>The other features that the files of one name.</summary>
    private static HashSet<string> Needs(string module, string folder, string feature, HashSet<string> features)
    {
        HashSet<string> found = [];
        foreach (
            var file in Directory
                .EnumerateFiles(Path.Combine(folder, feature), "*.*", SearchOption.AllDirectories)
                .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
        )
            found.UnionWith(
                Namespace()
                    .Matches(File.ReadAllText(file))
                    .Where(m => m.Groups["module"].Value == module)
                    .Select(m => m.Groups["feature"].Value)
            );
        found.IntersectWith(features);
        found.Remove(feature);
        return found;
    }

    /// <summary>"A → B → A"; empty when there is none.</summary>
    private static string Circle(Dictionary<string, HashSet<string>> needs)
    {
        HashSet<string> finished = [];
        foreach (var start in needs.Keys.Order())
            if (Walk(start, []) is { Length: > 0 } circle)
                return circle;
        return "";

        string Walk(string feature, IReadOnlyList<string> path)
        {
            if (path.Contains(feature))
                return string.Join(" → ", path.SkipWhile(step => step != feature).Append(feature));
            if (finished.Contains(feature))
                return "";
            foreach (var next in needs[feature].Order())
                if (Walk(next, [.. path, feature]) is { Length: > 0 } circle)
                    return circle;
            finished.Add(feature);
            return "";
        }
    }

    [GeneratedRegex(@"DoanKet\.Modules\.(?<module>\w+)\.(?<feature>\w+)")]
    private static partial Regex Namespace();
}
