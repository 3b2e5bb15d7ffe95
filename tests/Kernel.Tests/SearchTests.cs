using CsCheck;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Search;
using DoanKet.Kernel.Units;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Tests;

public sealed class SearchOnSqlite(SqliteApp app) : SearchTests(app), IClassFixture<SqliteApp>;

public sealed class SearchOnPostgreSql(PostgreSqlApp app) : SearchTests(app), IClassFixture<PostgreSqlApp>;

public abstract class SearchTests(UnionApp app)
{
    private static readonly SearchSection Cards = new("xc"),
        Letters = new("xl");

    private static readonly string Province = UnitPath.Under(null, 1),
        District = UnitPath.Under(Province, 2),
        OtherDistrict = UnitPath.Under(Province, 3),
        Grassroots = UnitPath.Under(District, 4);

    [Fact]
    public async Task Each_section_and_each_level_finds_its_own()
    {
        var card = await AddAsync([new(Cards, Grassroots)], "thẻ đoàn viên hoa phượng");
        var letter = await AddAsync([new(Letters, District)], "thư về hoa phượng");
        Assert.Equal([card], await FindAsync(Own(Cards, Grassroots)));
        Assert.Equal([], await FindAsync(Own(Letters, Grassroots)));
        Assert.Equal([], await FindAsync(Own(Cards, District)));
        Assert.Equal([letter], await FindAsync(Own(Letters, District)));
        Assert.Equal([card], await FindAsync(Below(Cards, District)));
        Assert.Equal([card], await FindAsync(Below(Cards, Province)));
        Assert.Equal([], await FindAsync(Below(Cards, OtherDistrict)));
        Assert.Equal([card, letter], await FindAsync(Below(Cards, Province), Below(Letters, Province)));
    }

    [Fact]
    public async Task A_text_for_all_units_names_none_of_them_and_is_found_by_each()
    {
        List<string> units = [.. Enumerable.Range(10, 2900).Select(i => UnitPath.Under(i % 2 == 0 ? District : OtherDistrict, i))];
        List<SearchOwner> owners = [.. units.Select(unit => new SearchOwner(Letters, unit))];
        Assert.Equal(2, SearchTokens.Of(owners).Count());
        var letter = await AddAsync(owners, "thông báo phượng vĩ");
        Assert.Equal([letter], await FindNoticesAsync(Own(Letters, units[0])));
        Assert.Equal([letter], await FindNoticesAsync(Own(Letters, units[^1])));
        Assert.Equal([letter], await FindNoticesAsync(Below(Letters, District)));
        Assert.Equal([], await FindNoticesAsync(Own(Cards, units[0])));
    }

    [Fact]
    public void Every_owner_and_every_level_above_finds_a_text_and_strangers_find_only_what_many_have() =>
        Gen.Select(Gen.Int[1, 5].Array[1, 4].Array[1, 60], Gen.Int[1, 5].Array[1, 4])
            .Sample(
                (many, one) =>
                {
                    List<string> paths = [.. many.Select(PathOf).Distinct()];
                    var tokens = SearchTokens.Of(paths.Select(path => new SearchOwner(Cards, path))).ToHashSet();
                    bool Finds(SearchPlace place) => SearchTokens.AnyOf(place).Any(tokens.Contains);
                    Assert.All(paths, path => Assert.True(Finds(new(Cards, path))));
                    Assert.All(paths.SelectMany(AndAbove), path => Assert.True(Finds(new(Cards, path, AndBelow: true))));
                    Assert.All(paths, path => Assert.False(Finds(new(Letters, path))));
                    var stranger = PathOf(one);
                    var isNamed = paths.Count <= SearchTokens.MostNamed;
                    if (isNamed)
                        Assert.Equal(paths.Any(path => Last(path) == Last(stranger)), Finds(new(Cards, stranger)));
                }
            );

    /// <summary>As in a real tree, no two units have the same ordinal: each child counts on from its parent's.</summary>
    private static string PathOf(int[] children)
    {
        var (path, ordinal) = ((string?)null, 0);
        foreach (var child in children)
        {
            ordinal = ordinal * 6 + child;
            path = UnitPath.Under(path, ordinal);
        }
        return path!;
    }

    private static string Last(string path) => UnitPath.Segments(path)[^1];

    private static IEnumerable<string> AndAbove(string path) =>
        Enumerable.Range(1, UnitPath.Depth(path)).Select(depth => path[..(path.Length / UnitPath.Depth(path) * depth)]);

    private async Task<long> AddAsync(IEnumerable<SearchOwner> owners, string text) =>
        (
            await app.InScopeAsync(services =>
                services
                    .GetRequiredService<Work>()
                    .RunAsync(
                        async () => Result.Of(await services.GetRequiredService<SearchIndex>().AddAsync(owners, text, default)),
                        default
                    )
            )
        ).Value;

    private static SearchPlace Own(SearchSection section, string unitPath) => new(section, unitPath);

    private static SearchPlace Below(SearchSection section, string unitPath) => new(section, unitPath, AndBelow: true);

    private Task<List<long>> FindAsync(params SearchPlace[] places) => SearchAsync("hoa phuong", places);

    private Task<List<long>> FindNoticesAsync(params SearchPlace[] places) => SearchAsync("phuong vi", places);

    private Task<List<long>> SearchAsync(string typed, IReadOnlyList<SearchPlace> places) =>
        app.InScopeAsync(async services =>
        {
            var found = await services.GetRequiredService<SearchIndex>().FindAsync(places, typed, default);
            return found!.Ids.Order().ToList();
        });
}
