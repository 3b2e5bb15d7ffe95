using System.Reflection;
using System.Text.RegularExpressions;

namespace DoanKet.Architecture.Tests;

/// <summary>How long a text may be is said once, by the entity: <c>MaxNote</c> is the length of the column <c>Note</c> and what a form is
/// checked against.</summary>
public sealed partial class LengthTests
{
    [Fact]
    public void A_limit_of_an_entity_is_the_length_of_its_column()
    {
        var limits = Model
            .Entities.SelectMany(entity =>
                entity
                    .GetProperties()
                    .Select(property =>
                        (
                            Property: property,
                            Limit: entity.ClrType.GetField(
                                "Max" + property.Name,
                                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
                            )
                        )
                    )
            )
            .Where(found => found.Limit is { IsLiteral: true })
            .ToList();
        Assert.True(limits.Count > 20, $"The walk found {limits.Count} limits only.");
        Assert.All(
            limits,
            found =>
                Assert.True(
                    found.Property.GetMaxLength() == (int)found.Limit!.GetRawConstantValue()!,
                    $"{found.Property.DeclaringType.ClrType.Name}.{found.Property.Name} holds {found.Property.GetMaxLength()} characters."
                )
        );
    }

    [Fact]
    public void A_form_is_checked_against_the_limit_of_the_entity()
    {
        var checks = Repository
            .Sources("src")
            .Where(file => !file.EndsWith("Check.cs", StringComparison.Ordinal))
            .SelectMany(file => LengthCheck().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .ToList();
        Assert.True(checks.Count > 20, "The walk found hardly any check.");
        Assert.DoesNotContain(checks, check => NumberInCode().IsMatch(check));
    }

    /// <summary>A browser cuts what is pasted and says nothing. Days and numbers alone can't be pasted too long by mistake.</summary>
    [Fact]
    public void No_page_lets_the_browser_cut_a_text() =>
        Assert.All(
            Repository.Pages,
            page =>
                Assert.DoesNotContain(
                    CutByBrowser().Matches(File.ReadAllText(page)),
                    match => !int.TryParse(match.Groups[1].Value, out var length) || length > 10
                )
        );

    [GeneratedRegex(@"\.AtMost\([^;]*?""\)")]
    private static partial Regex LengthCheck();

    [GeneratedRegex(@", \d+,")]
    private static partial Regex NumberInCode();

    [GeneratedRegex(@"maxlength=""([^""]*)""")]
    private static partial Regex CutByBrowser();
}
