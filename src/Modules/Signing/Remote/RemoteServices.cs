using DoanKet.Kernel.Jobs;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Modules.Signing.Rounds;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Signing.Remote;

/// <summary>What this feature registers.</summary>
internal static class RemoteServices
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        // Wrong settings are told when the program starts, not to a leader who signs.
        var providers = SigningProviders.Read(configuration);
        services
            .AddSingleton(services => new SigningProviders(providers, services.GetRequiredService<TimeProvider>()))
            .AddSingleton(new WatchPace(TimeSpan.FromSeconds(3)))
            .AddSingleton<RequestWatch>()
            .AddScoped<AskProvider>()
            .AddScoped<IAskForKey>(services => services.GetRequiredService<AskProvider>())
            .AddScoped<HearProvider>()
            .AddScoped<RegisterRemoteKey>()
            .AddJob<HearProviders>(HearProviders.Name, HearProviders.Title, JobLane.Quick, HearProviders.Schedule);
    }
}
