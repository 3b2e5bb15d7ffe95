using DoanKet.Contracts.Organisation;
using DoanKet.Kernel.Events;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Closing;

/// <summary>What this feature registers.</summary>
internal static class ClosingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<PassPartsOn>().AddScoped<PassIncomingOn>().AddScoped<PassDraftsOn>();
        services.AddEventHandler<UnitClosed, PassWorkOn>();
    }
}
