using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What this feature registers.</summary>
internal static class OutgoingServices
{
    public static void Add(IServiceCollection services)
    {
        _ = services;
    }

}
