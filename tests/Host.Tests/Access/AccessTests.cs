using System.Net;
using DoanKet.Kernel.Access;
using DoanKet.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Host.Tests.Access;

/// <summary>Every page and endpoint, found and not listed, against every shipped role and a stranger (architecture rule 5).</summary>
public sealed class AccessTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private List<RouteEndpoint> Endpoints =>
        [
            .. app
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null),
        ];

    [Fact]
    public void Every_endpoint_says_who_may_use_it()
    {
        var silent = Endpoints
            .Where(e =>
                e.Metadata.GetMetadata<RequiresAttribute>() is null
                && e.Metadata.GetMetadata<SignedInAttribute>() is null
                && e.Metadata.GetMetadata<PublicAttribute>() is null
            )
            .Select(e => e.RoutePattern.RawText)
            .Distinct()
            .ToList();
        Assert.True(Endpoints.Count > 10, "The walk found hardly any endpoint.");
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_permission_named_by_an_endpoint_exists_and_some_role_has_it()
    {
        var known = ModuleList.All.SelectMany(m => m.Permissions).ToDictionary(p => p.Code);
        Assert.All(
            Endpoints.SelectMany(e => e.Metadata.GetOrderedMetadata<RequiresAttribute>()).SelectMany(r => r.AnyOf),
            code => Assert.NotEmpty(known[code].Defaults)
        );
    }

    [Fact]
    public async Task A_stranger_is_let_into_public_pages_only()
    {
        var stranger = app.Stranger();
        foreach (var (endpoint, method) in Requests().Where(r => r.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            await SendAsync(stranger, endpoint, method);
            Assert.True(
                stranger.Address.StartsWith("/dang-nhap", StringComparison.Ordinal)
                    || stranger.Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest,
                $"{method} {endpoint.RoutePattern.RawText} answered a stranger with {stranger.Status} {stranger.Address}"
            );
        }
    }

    [Theory]
    [
        InlineData(GivenFederation.Admin),
        InlineData(GivenFederation.Clerk),
        InlineData(GivenFederation.Leader),
        InlineData(GivenFederation.Head)
    ]
    [InlineData(GivenFederation.Specialist), InlineData(GivenFederation.Grassroots), InlineData(GivenFederation.Viewer)]
    public async Task A_role_is_refused_where_it_lacks_the_permission_and_let_in_where_it_has_it(string userName)
    {
        var visitor = await app.SignedInAsync(userName);
        var role = GivenFederation.People.First(p => p.UserName == userName).Role;
        var held = ModuleList
            .All.SelectMany(m => m.Permissions)
            .Where(p => p.Defaults.Any(g => g.Role == role))
            .Select(p => p.Code)
            .ToHashSet();
        foreach (var (endpoint, method) in Requests())
        {
            if (endpoint.Metadata.GetMetadata<RequiresAttribute>() is not { } required)
                continue;
            await SendAsync(visitor, endpoint, method);
            var name = $"{userName}: {method} {endpoint.RoutePattern.RawText} answered {visitor.Status}";
            if (!required.AnyOf.Any(held.Contains))
                Assert.True(visitor.Status is HttpStatusCode.Forbidden, name);
            else
                Assert.True(
                    visitor.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError) || HasRouteValues(endpoint),
                    name
                );
        }
    }

    private static bool HasRouteValues(RouteEndpoint endpoint) => endpoint.RoutePattern.Parameters.Count > 0;

    private IEnumerable<(RouteEndpoint Endpoint, string Method)> Requests() =>
        from endpoint in Endpoints
        where
            endpoint.RoutePattern.RawText is { } text
            && !text.StartsWith("loi/", StringComparison.Ordinal)
            && !text.StartsWith("/loi/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods
            : ["GET", "POST"]
        where method is "GET" or "POST"
        select (endpoint, method);

    /// <summary>
    /// With ids of nothing; without a form token, so that a POST that gets past the permission ends at 400 and changes nothing.
    /// </summary>
    private static async Task SendAsync(Visitor visitor, RouteEndpoint endpoint, string method)
    {
        var path = string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(s =>
                string.Concat(
                    s.Parts.Select(p =>
                        p switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => parameter.ParameterPolicies.Any(
                                c => c.Content is "int"
                            )
                                ? "1"
                            : parameter.ParameterPolicies.Any(c => c.Content is "guid") ? Guid.Empty.ToString()
                            : "x",
                            _ => "",
                        }
                    )
                )
            )
        );
        await visitor.RequestAsync(method, "/" + path);
    }
}
