using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Reports;

/// <summary>What this feature registers.</summary>
internal static class ReportsServices
{
    public static void Add(IServiceCollection services) => services.AddScoped<ReadHandlingReport>();
}
