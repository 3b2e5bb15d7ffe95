using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Finding;

/// <summary>What this feature registers.</summary>
internal static class FindingServices
{
    public static void Add(IServiceCollection services) => services.AddScoped<FindDocuments>();
}
