using System.Net;
using DoanKet.Kernel.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;

namespace DoanKet.Host.Web;

/// <summary>
/// Behind a reverse proxy with TLS: whom to believe about the client's address and scheme, and cookies that never cross the network in
/// the clear.
/// </summary>
internal static class ProxySetup
{
    public static void AddProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var site = configuration.GetSection("Site").Get<SiteOptions>() ?? new();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // The framework believes this machine already; a stranger's header counts for nothing.
            foreach (var proxy in SiteOptions.Parts(site.Proxies))
            {
                if (IPAddress.TryParse(proxy, out var address))
                    options.KnownProxies.Add(address);
                else
                    options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
    }
}
