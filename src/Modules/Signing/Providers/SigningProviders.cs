using System.Collections.Concurrent;
using DoanKet.Pades;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;

namespace DoanKet.Modules.Signing.Providers;

/// <summary>The providers of remote signing that are set; none by default, and then nobody is offered any.</summary>
internal sealed class SigningProviders(IReadOnlyList<SigningProvider> all, TimeProvider time) : IDisposable
{
    private const string Section = "Signing:Providers";

    /// <summary>Nobody in front of the screen waits longer for one answer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>A service keeps its leave to ask for as long as somebody is signing.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<string, HttpClient> _clients = [];
    private readonly MemoryCache _services = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public IReadOnlyList<SigningProvider> All => all;

    /// <exception cref="InvalidOperationException">Something is missing or wrong.</exception>
    public static IReadOnlyList<SigningProvider> Read(IConfiguration configuration) =>
        [
            .. configuration
                .GetSection(Section)
                .GetChildren()
                .Select(section => SigningProvider.From(section.Key, section.Get<ProviderOptions>() ?? new()))
                .OrderBy(provider => provider.Name, StringComparer.Ordinal),
        ];

    /// <returns>Null where it is not set, or not any more.</returns>
    public SigningProvider? Find(string? code) => All.FirstOrDefault(provider => provider.Code == code);

    /// <param name="user">The customer, as the provider names him.</param>
    public IRemoteSigningService ServiceFor(SigningProvider provider, string user) =>
        _services.GetOrCreate(
            (provider.Code, user),
            entry =>
            {
                (entry.Size, entry.SlidingExpiration) = (1, Kept);
                return Make(provider, user);
            }
        )!;

    public void Dispose()
    {
        _services.Dispose();
        foreach (var client in _clients.Values)
            client.Dispose();
    }

    private IRemoteSigningService Make(SigningProvider provider, string user)
    {
        var client = _clients.GetOrAdd(provider.Code, _ => Connect(provider));
        return provider.Language switch
        {
            ProviderLanguage.SmartCa => new SmartCaService(client, new(provider.Id, provider.Secret, user, provider.MostDocuments)),
            ProviderLanguage.MySign => new MySignService(client, new(provider.Id, provider.Secret, provider.Profile, user), time),
            _ => new CscService(
                client,
                provider.Language == ProviderLanguage.Csc1 ? CscVersion.V1 : CscVersion.V2,
                AccessToken.ByClientCredentials(client, "oauth2/token", provider.Id, provider.Secret, time),
                user
            ),
        };
    }

    /// <summary>Never led elsewhere: what is sent holds secrets.</summary>
    private static HttpClient Connect(SigningProvider provider)
    {
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false };
        return new(handler) { BaseAddress = provider.Address, Timeout = Limit };
    }
}
