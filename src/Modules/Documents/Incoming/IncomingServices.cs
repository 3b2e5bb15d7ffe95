using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What this feature registers.</summary>
internal static class IncomingServices
{
    public static void Add(IServiceCollection services)
    {
        _ = services;
    }

}
