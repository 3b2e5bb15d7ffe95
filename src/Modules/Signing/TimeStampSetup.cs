using DoanKet.Pades;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Signing;

/// <summary>
/// The time-stamping authority that the administrator has set; none by default, and then signatures bear the server's clock.
/// </summary>
internal static class TimeStampSetup
{
    private const string Server = "Signing:TimeStampServer";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Server] is not { Length: > 0 } text)
            return;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"{Server} is no web address: {text}");
        services.AddSingleton<ITimeStampSource>(_ =>
        {
            var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false };
            return new HttpTimeStampSource(new HttpClient(handler) { Timeout = Limit }, address);
        });
    }
}
