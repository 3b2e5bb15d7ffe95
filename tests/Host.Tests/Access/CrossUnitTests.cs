using System.Net;
using System.Text.RegularExpressions;
using DoanKet.Kernel.Access;
using DoanKet.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Host.Tests.Access;

public sealed class CrossUnitTestsOnSqlite(CrossUnitOnSqlite app) : CrossUnitTests(app), IClassFixture<CrossUnitOnSqlite>;

public sealed class CrossUnitTestsOnPostgreSql(CrossUnitOnPostgreSql app) : CrossUnitTests(app), IClassFixture<CrossUnitOnPostgreSql>;

/// <summary>
/// Every page, fragment, file address and form handler that takes an id, found and not listed, asked by people to whom the id is a
/// stranger's: of another branch, of the parent, of a closed unit, by a viewer, by nobody. The answer is 404 or 403 (401 or the sign-in
/// page for nobody), and no row changes.
/// </summary>
public abstract partial class CrossUnitTests(CrossUnitApp app)
{
    /// <summary>Ids of one owner tried at one endpoint: different states of a document show different forms.</summary>
    private const int IdsAtOnce = 3;

    private sealed record Target(RouteEndpoint Endpoint, string Prefix, Regex Pattern, IReadOnlyList<string> Handlers);

    [Theory]
    [
        InlineData(DistrictClerk),
        InlineData(DistrictLeader),
        InlineData(OtherClerk),
        InlineData(Grassroots),
        InlineData(Clerk),
        InlineData(Leader),
        InlineData(Viewer)
    ]
    [InlineData(CrossUnitApp.DistrictAdmin), InlineData(CrossUnitApp.Closed), InlineData(CrossUnitApp.Nobody)]
    public async Task Ids_of_others_open_nothing_and_change_nothing(string person)
    {
        var targets = await TargetsAsync();
        Assert.True(targets.Count > 20, $"The walk found {targets.Count} endpoints with ids only.");
        using var visitor = app.Visit(person);
        var token = person == CrossUnitApp.Nobody ? "" : await TokenAsync(visitor);
        var before = await app.RowsAsync();
        var tried = 0;
        List<string> wrong = [];
        foreach (var target in targets)
        {
            var readsBelow = Reaches(person, target.Endpoint, Reach.OwnAndBelow);
            foreach (var (id, isOwn, isBelow) in IdsFor(person, target))
            {
                var address = Address(target.Endpoint, id);
                // What a viewer may read of the own unit is shown; writing it is refused all the same.
                var mayRead = isOwn || (isBelow && readsBelow) || Reaches(person, target.Endpoint, Reach.Everything);
                if (!mayRead && Allows(target.Endpoint, "GET"))
                {
                    tried++;
                    await visitor.GetAsync(address);
                    Note(wrong, person, "GET", address, visitor);
                }
                foreach (var handler in target.Handlers)
                {
                    tried++;
                    var to = handler.Length > 0 ? $"{address}?handler={handler}" : address;
                    var fields = FieldsOf(to).Append(new("__RequestVerificationToken", token));
                    await visitor.PostAsync(to, fields);
                    Note(wrong, person, "POST", to, visitor);
                }
            }
        }
        Assert.True(tried > 20, $"{person} tried {tried} addresses only.");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task Every_endpoint_with_an_id_is_tried_with_a_real_one()
    {
        var seen = app.Walks.Values.SelectMany(walk => walk.Addresses).ToList();
        var missing = (await TargetsAsync())
            .Where(target => !seen.Any(address => target.Pattern.IsMatch(address)))
            .Select(target => target.Endpoint.RoutePattern.RawText)
            .ToList();
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_form_endpoint_that_is_no_page_asks_for_its_token()
    {
        var posts = Endpoints()
            .Where(e =>
                Allows(e, "POST")
                && e.Metadata.GetMetadata<PageActionDescriptor>() is null
                && e.Metadata.GetMetadata<IHttpMethodMetadata>() is not null
                // Open to strangers with a secret: a cookie that comes along is not looked at.
                && !(
                    e.Metadata.GetMetadata<Ui.Forms.ForProgramsMetadata>() is not null
                    && e.Metadata.GetMetadata<PublicAttribute>() is not null
                )
            )
            .ToList();
        Assert.NotEmpty(posts);
        Assert.All(posts, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<Ui.Forms.FormTokenMetadata>()));
    }

    private static void Note(List<string> wrong, string person, string method, string address, Visitor visitor)
    {
        var nobody = person == CrossUnitApp.Nobody;
        var refused =
            visitor.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden
            || (
                nobody
                && (
                    visitor.Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest
                    || visitor.Address.StartsWith("/dang-nhap", StringComparison.Ordinal)
                )
            );
        if (!refused)
            wrong.Add($"{person}: {method} {address} → {(int)visitor.Status} {visitor.Address}");
    }

    /// <summary>Ids that people of other groups met and nobody of the person's own; for a viewer also those of the own group.</summary>
    private IEnumerable<(string Id, bool IsOwn, bool IsBelow)> IdsFor(string person, Target target)
    {
        var own = CrossUnitApp.Groups.FirstOrDefault(group => group.People.Contains(person));
        var familiar = (own.People ?? []).SelectMany(name => Ids(name, target)).ToHashSet();
        var strange = CrossUnitApp
            .Groups.Where(group => group.Group != own.Group)
            .SelectMany(group =>
                group
                    .People.SelectMany(name => Ids(name, target))
                    .Distinct()
                    .Where(id => !familiar.Contains(id))
                    .Take(IdsAtOnce)
                    .Select(id => (id, false, CrossUnitApp.IsBelow(group.Group, own.Group)))
            )
            .DistinctBy(found => found.id);
        return strange.Concat(person == Viewer ? familiar.Take(IdsAtOnce).Select(id => (id, true, false)) : []);
    }

    private IEnumerable<string> Ids(string name, Target target) =>
        app.Walks[name]
            .Addresses.Select(address => target.Pattern.Match(address))
            .Where(match => match.Success)
            .Select(match => match.Groups["id"].Value)
            .Distinct();

    /// <summary>Fields of a form that somebody met at such an address.</summary>
    private IEnumerable<KeyValuePair<string, string>> FieldsOf(string address) =>
        app.Walks.Values.SelectMany(walk => walk.Forms).FirstOrDefault(form => Walk.KindOf(form.Action) == Walk.KindOf(address))?.Fields
        ?? [];

    private static async Task<string> TokenAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/doi-mat-khau");
        return page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
    }

    /// <summary>As the role ships.</summary>
    private static bool Reaches(string person, RouteEndpoint endpoint, Reach reach)
    {
        var role = person switch
        {
            CrossUnitApp.DistrictAdmin => Roles.Admin,
            CrossUnitApp.Closed => "",
            CrossUnitApp.Nobody => "",
            _ => People.First(p => p.UserName == person).Role,
        };
        var codes = endpoint.Metadata.GetMetadata<RequiresAttribute>()?.AnyOf ?? [];
        return ModuleList
            .All.SelectMany(m => m.Permissions)
            .Where(p => codes.Contains(p.Code))
            .Any(p => p.Defaults.Any(g => g.Role == role && g.Reach == reach));
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null);

    private static bool Allows(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(method);

    private async Task<List<Target>> TargetsAsync()
    {
        List<Target> targets = [];
        foreach (
            var endpoint in Endpoints()
                .Where(e => e.RoutePattern.Parameters.Any(IsId))
                // Programs bring a secret of their own; TicketTests try them without it.
                .Where(e => e.Metadata.GetMetadata<Ui.Forms.ForProgramsMetadata>() is null)
                .DistinctBy(e => e.RoutePattern.RawText!.Trim('/'))
        )
        {
            var prefix = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Split('{')[0];
            targets.Add(
                new(endpoint, prefix, new("^" + Regex.Escape(prefix) + "(?<id>[0-9a-f]{8}-[0-9a-f-]{27})"), await HandlersAsync(endpoint))
            );
        }
        return targets;
    }

    /// <summary>Names of what a page does with a form; "" is the one without a name.</summary>
    private async Task<IReadOnlyList<string>> HandlersAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return Allows(endpoint, "POST") ? [""] : [];
        var compiled =
            page as CompiledPageActionDescriptor
            ?? await app
                .Services.GetRequiredService<PageLoader>()
                .LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty);
        return [.. compiled.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name ?? "")];
    }

    private static bool IsId(RoutePatternParameterPart parameter) => parameter.ParameterPolicies.Any(policy => policy.Content == "guid");

    private static string Address(RouteEndpoint endpoint, string id) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            RoutePatternLiteralPart literal => literal.Content,
                            RoutePatternSeparatorPart separator => separator.Content,
                            RoutePatternParameterPart parameter => IsId(parameter) ? id : "1",
                            _ => "",
                        }
                    )
                )
            )
        );
}
