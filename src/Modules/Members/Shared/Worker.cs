using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace DoanKet.Modules.Members.Shared;

/// <summary>
/// A service worker, which keeps a page on the phone for the time without a network. A browser lets it do so for addresses that begin like
/// its own, and so it stands beside its page and not among the other scripts.
/// </summary>
internal static class Worker
{
    /// <param name="name">Of the script within the assembly.</param>
    public static void MapWorker(this IEndpointRouteBuilder endpoints, string address, string name) =>
        endpoints
            .MapGet(
                address,
                (HttpContext http) =>
                {
                    http.Response.Headers[HeaderNames.CacheControl] = "no-cache";
                    return Results.Stream(typeof(Worker).Assembly.GetManifestResourceStream(name)!, "text/javascript; charset=utf-8");
                }
            )
            .WithMetadata(new PublicAttribute("a script that holds nothing of anybody"));
}
