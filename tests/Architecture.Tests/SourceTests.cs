using System.Text.RegularExpressions;
using DoanKet.Host;
using DoanKet.Ui;

namespace DoanKet.Architecture.Tests;

/// <summary>House style that no analyzer knows.</summary>
public sealed partial class SourceTests
{
    /// <summary>Characters; CSharpier breaks code at it, texts and pages are broken by hand.</summary>
    private const int LongestLine = 140;

    [Fact]
    public void No_file_is_longer_than_a_reader_likes()
    {
        var tooLong = Repository
            .Sources("src")
            .Where(f => File.ReadLines(f).Count() > 300)
            .Select(f => Path.GetRelativePath(Repository.Root, f))
            .ToList();
        Assert.Empty(tooLong);
    }

    /// <summary>What <c>dotnet format</c> would do too, in a second and not in a minute; the build sees to the rest of the style.</summary>
    [Fact]
    public void Usings_stand_in_order_with_those_of_the_system_first()
    {
        var files = Repository.Sources("src", "tests", "bench").ToList();
        Assert.True(files.Count > 300, "The walk found hardly any file.");
        Assert.All(
            files,
            file =>
            {
                var names = File.ReadLines(file)
                    .TakeWhile(line => line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal))
                    .Where(line => PlainUsing().IsMatch(line))
                    .Select(line => line["using ".Length..].TrimEnd(';'))
                    .ToList();
                Assert.Equal(
                    names
                        .OrderBy(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal))
                        .ThenBy(name => name, StringComparer.OrdinalIgnoreCase),
                    names
                );
            }
        );
    }

    [Fact]
    public void A_line_is_read_without_scrolling()
    {
        var files = Repository.Sources("src", "tests", "bench").Concat(Repository.Pages);
        var tooLong = files
            .SelectMany(file => File.ReadLines(file).Select((line, i) => (Where: $"{file}:{i + 1}", line.Length)))
            .Where(line => line.Length > LongestLine)
            .Select(line => line.Where);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_type_is_named_after_nothing()
    {
        var vague = Repository
            .Sources("src")
            .SelectMany(f => VagueName().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetRelativePath(Repository.Root, f)}: {m.Value}"))
            .ToList();
        Assert.Empty(vague);
    }

    [Fact]
    public void Pages_hold_no_inline_script_style_or_handler()
    {
        Assert.All(Repository.Pages, page => Assert.DoesNotMatch(Inline(), File.ReadAllText(page)));
    }

    [Fact]
    public void Every_icon_that_a_page_or_the_menu_names_is_drawn()
    {
        // A name that is not drawn is an error page, and often on the rare way only: the empty list, the refused form.
        var named = Repository
            .Pages.SelectMany(page =>
                IconName()
                    .Matches(File.ReadAllText(page))
                    .Select(m => (Where: Path.GetRelativePath(Repository.Root, page), Icon: m.Groups[1].Value))
            )
            .Concat(ModuleList.All.SelectMany(m => m.Menu).Select(item => (Where: item.Href, item.Icon)))
            .ToList();
        Assert.True(named.Count > 50, "The walk found hardly any icon.");
        Assert.DoesNotContain(named, n => !Icons.Names.Contains(n.Icon));
    }

    [Fact]
    public void A_form_sent_to_an_address_of_its_own_says_whether_it_carries_its_token() =>
        Assert.All(Repository.Pages, page => Assert.DoesNotMatch(FormThatSaysNothing(), File.ReadAllText(page)));

    [Fact]
    public void Raw_sql_stands_in_the_dialects_alone()
    {
        var raw = Repository
            .Sources("src")
            .Where(f =>
                !f.Replace('\\', '/').Contains("/Database/", StringComparison.Ordinal)
                && !f.EndsWith("SqlDialect.cs", StringComparison.Ordinal)
            )
            .Where(f => RawSql().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(Repository.Root, f))
            .ToList();
        Assert.Empty(raw);
    }

    // The framework puts the token into a form by itself only where the form names no address.
    [GeneratedRegex(@"<form(?=[^>]*method=""post"")(?=[^>]*\saction=)(?![^>]*asp-antiforgery=)")]
    private static partial Regex FormThatSaysNothing();

    [GeneratedRegex(@"^using [A-Za-z.0-9_]+;$")]
    private static partial Regex PlainUsing();

    // A tag helper is what the framework calls it.
    [GeneratedRegex(@"\b(?:class|record|struct|interface) \w*(?:Manager|(?<!Tag)Helper|Util|Utils|Impl)\b")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|\sstyle=""|\son(?:click|change|submit|load|input)=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"(?:\bicon|<icon name)=""([a-z-]+)""")]
    private static partial Regex IconName();

    [GeneratedRegex(@"\.(?:FromSql|SqlQuery|ExecuteSql)\w*\b|CreateCommand\(")]
    private static partial Regex RawSql();
}
