using DoanKet.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>What the demonstration registers.</summary>
internal static class DemoServices
{
    public static void Add(IServiceCollection services)
    {
        services
            .AddScoped<IDemoPart, DocumentsDemo>()
            .AddScoped<IDemoPart, DemoDrafts>()
            .AddScoped<IDemoPart, DemoSigned>()
            .AddScoped<IDemoPart, DemoCopy>();
        services.AddScoped<DemoFiles>();
    }
}
