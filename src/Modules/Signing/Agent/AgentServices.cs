using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>What this feature registers.</summary>
internal static class AgentServices
{
    public static void Add(IServiceCollection services) =>
        services
            .AddSingleton<AgentKeys>()
            .AddSingleton<AgentSite>()
            .AddScoped<GiveTicket>()
            .AddScoped<TakeAnswer>()
            .AddScoped<AgentSteps>();
}
